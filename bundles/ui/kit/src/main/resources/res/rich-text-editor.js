// A small rich text editor: bold, italic, list, link. Its value is HTML; the server sanitises it. Without editing commands a text area stands in.
const ALLOWED = new Set(['P', 'BR', 'STRONG', 'EM', 'UL', 'OL', 'LI', 'A']);
const RENAMED = { B: 'strong', I: 'em', DIV: 'p' };
const LINK = '<svg viewBox="0 0 16 16" width="18" height="18" fill="none" stroke="currentColor" stroke-width="1.8" stroke-linecap="round" aria-hidden="true"><path d="M6.5 9.5l3-3M7.5 4.5l1.6-1.6a2.8 2.8 0 0 1 4 4L11.5 8.5M8.5 11.5l-1.6 1.6a2.8 2.8 0 0 1-4-4L4.5 7.5"/></svg>';
let count = 0;

class PreauRichTextEditor extends HTMLElement {
  connectedCallback() {
    if (this.text) return;
    this.ident = 'preau-editor-' + ++count;
    const early = this.early || {};
    delete this.early;
    for (const name of ['value', 'label', 'helperText', 'errorMessage', 'invalid']) {
      if (Object.prototype.hasOwnProperty.call(this, name)) {
        early[name] = this[name];
        delete this[name];
      }
    }
    this.build();
    Object.assign(this, early);
  }

  build() {
    const rich = typeof document.execCommand === 'function';
    this.labelPart = this.part('span', 'preau-editor-label', { id: this.ident + '-label' });
    if (rich) this.bar = this.buildBar();
    this.text = this.part(rich ? 'div' : 'textarea', 'preau-editor-text', {
      'aria-labelledby': this.ident + '-label',
      'aria-describedby': this.ident + '-help ' + this.ident + '-error',
    });
    if (rich) {
      Object.entries({ contenteditable: 'true', role: 'textbox', 'aria-multiline': 'true', tabindex: '0' }).forEach(([k, v]) => this.text.setAttribute(k, v));
      document.execCommand('defaultParagraphSeparator', false, 'p');
      this.text.addEventListener('paste', event => this.paste(event));
      this.text.addEventListener('keyup', () => this.mark());
      this.text.addEventListener('pointerup', () => this.mark());
    }
    this.text.addEventListener('input', () => this.changed());
    this.text.addEventListener('blur', () => this.changed(true));
    this.helpPart = this.part('p', 'preau-editor-help', { id: this.ident + '-help' });
    this.errorPart = this.part('p', 'preau-editor-error', { id: this.ident + '-error' });
  }

  part(tag, className, attributes) {
    const element = document.createElement(tag);
    element.className = className;
    Object.entries(attributes).forEach(([name, value]) => element.setAttribute(name, value));
    this.append(element);
    return element;
  }

  buildBar() {
    const bar = this.part('div', 'preau-editor-bar', { role: 'toolbar', 'aria-labelledby': this.ident + '-label' });
    this.tools = [
      this.tool(bar, '<b>G</b>', this.textbold, 'bold', () => document.execCommand('bold')),
      this.tool(bar, '<i>I</i>', this.textitalic, 'italic', () => document.execCommand('italic')),
      this.tool(bar, '•', this.textlist, 'insertUnorderedList', () => document.execCommand('insertUnorderedList')),
      this.tool(bar, LINK, this.textlink, null, () => this.askLink(bar)),
    ];
    this.tools.forEach((button, index) => (button.tabIndex = index === 0 ? 0 : -1));
    bar.addEventListener('keydown', event => this.walk(event));
    return bar;
  }

  tool(bar, mark, label, command, act) {
    const button = document.createElement('button');
    button.type = 'button';
    button.innerHTML = mark;
    button.title = label || command || '';
    button.setAttribute('aria-label', label || command || '');
    if (command) button.setAttribute('aria-pressed', 'false');
    button.command = command;
    button.addEventListener('pointerdown', event => event.preventDefault());
    button.addEventListener('click', () => {
      if (command) this.text.focus();
      act();
      this.mark();
      this.changed();
    });
    bar.append(button);
    return button;
  }

  walk(event) {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    const from = this.tools.indexOf(event.target);
    if (!step || from < 0) return;
    event.preventDefault();
    const next = this.tools[(from + step + this.tools.length) % this.tools.length];
    this.tools.forEach(button => (button.tabIndex = button === next ? 0 : -1));
    next.focus();
  }

  askLink(bar) {
    const selection = getSelection();
    const range = selection.rangeCount && this.text.contains(selection.anchorNode) ? selection.getRangeAt(0).cloneRange() : null;
    bar.querySelector('form')?.remove();
    const form = document.createElement('form');
    const input = document.createElement('input');
    input.type = 'url';
    input.setAttribute('aria-label', this.textaddress || '');
    input.placeholder = 'https://';
    const apply = document.createElement('button');
    apply.type = 'submit';
    apply.textContent = this.textapply || 'OK';
    const remove = document.createElement('button');
    remove.type = 'button';
    remove.textContent = this.textunlink || '×';
    form.append(input, apply, remove);
    bar.append(form);
    input.focus();
    const finish = act => {
      form.remove();
      this.text.focus();
      if (range) {
        selection.removeAllRanges();
        selection.addRange(range);
      }
      act();
      this.changed();
    };
    form.addEventListener('submit', event => {
      event.preventDefault();
      const address = input.value.trim();
      finish(() => address && this.link(address, range));
    });
    remove.addEventListener('click', () => finish(() => document.execCommand('unlink')));
    form.addEventListener('keydown', event => event.key === 'Escape' && finish(() => {}));
  }

  link(address, range) {
    if (range && !range.collapsed) {
      document.execCommand('createLink', false, address);
    } else {
      const anchor = document.createElement('a');
      anchor.href = address;
      anchor.textContent = address;
      document.execCommand('insertHTML', false, anchor.outerHTML);
    }
  }

  paste(event) {
    event.preventDefault();
    document.execCommand('insertText', false, event.clipboardData.getData('text/plain'));
  }

  mark() {
    this.tools?.forEach(button => button.command && button.setAttribute('aria-pressed', String(document.queryCommandState(button.command))));
  }

  changed(now) {
    clearTimeout(this.timer);
    const send = () => {
      const value = this.read();
      if (value !== this.sent) {
        this.sent = value;
        this.dispatchEvent(new CustomEvent('value-changed'));
      }
    };
    if (now) send();
    else this.timer = setTimeout(send, 400);
  }

  read() {
    if (this.text.tagName === 'TEXTAREA') {
      const holder = document.createElement('div');
      this.text.value.split(/\n{2,}/).filter(part => part.trim()).forEach(part => {
        const paragraph = document.createElement('p');
        paragraph.textContent = part.trim();
        holder.append(paragraph);
      });
      return holder.innerHTML;
    }
    if (!this.text.textContent.trim()) return '';
    const clean = document.createElement('div');
    this.text.childNodes.forEach(node => this.copy(node, clean));
    return clean.innerHTML;
  }

  copy(node, into) {
    if (node.nodeType === Node.TEXT_NODE) {
      into.append(node.data);
      return;
    }
    if (node.nodeType !== Node.ELEMENT_NODE) return;
    const tag = RENAMED[node.tagName] || node.tagName.toLowerCase();
    let target = into;
    if (ALLOWED.has(tag.toUpperCase())) {
      target = document.createElement(tag);
      if (tag === 'a' && node.getAttribute('href')) target.setAttribute('href', node.getAttribute('href'));
      into.append(target);
    }
    node.childNodes.forEach(child => this.copy(child, target));
  }

  focus() {
    this.text?.focus();
  }

  get value() { return this.text ? this.read() : this.early?.value || ''; }
  set value(html) {
    if (this.keep('value', html)) return;
    this.sent = html || '';
    if (this.read() === this.sent) return;
    if (this.text.tagName === 'TEXTAREA') {
      const holder = new DOMParser().parseFromString(this.sent, 'text/html').body;
      this.text.value = [...holder.children].map(part => part.textContent).join('\n\n') || holder.textContent;
      return;
    }
    this.text.replaceChildren();
    new DOMParser().parseFromString(this.sent, 'text/html').body.childNodes.forEach(node => this.copy(node, this.text));
  }

  set label(text) { if (!this.keep('label', text)) this.labelPart.textContent = text; }
  set helperText(text) { if (!this.keep('helperText', text)) this.helpPart.textContent = text || ''; }
  set errorMessage(text) { if (this.keep('errorMessage', text)) return; this.message = text || ''; this.showError(); }
  set invalid(invalid) {
    if (this.keep('invalid', invalid)) return;
    this.wrong = invalid;
    this.toggleAttribute('invalid', !!invalid);
    this.text.setAttribute('aria-invalid', String(!!invalid));
    this.showError();
  }

  // Properties that come before the element is in the page wait for it.
  keep(name, value) {
    if (!this.text) (this.early ||= {})[name] = value;
    return !this.text;
  }

  showError() { this.errorPart.textContent = this.wrong ? this.message || '' : ''; }
}

if (!customElements.get('preau-rich-text-editor')) customElements.define('preau-rich-text-editor', PreauRichTextEditor);
