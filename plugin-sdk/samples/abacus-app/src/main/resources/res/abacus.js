// <sample-abacus>: a row of ten beads and two buttons. A plain ES module: no build, no library, no address outside the portal.
class SampleAbacus extends HTMLElement {
  #count = 0;
  #labels = { more: '+', less: '−' };

  set more(label) { this.#labels.more = label; this.#draw(); }
  set less(label) { this.#labels.less = label; this.#draw(); }

  connectedCallback() {
    // What the server set before this module was loaded lies on the element itself: take it over.
    for (const name of ['more', 'less']) {
      if (Object.hasOwn(this, name)) {
        const value = this[name];
        delete this[name];
        this[name] = value;
      }
    }
    this.#draw();
  }

  #move(by) {
    this.#count = Math.max(0, Math.min(10, this.#count + by));
    this.#draw();
    this.dispatchEvent(new CustomEvent('count', { detail: this.#count }));
  }

  #draw() {
    if (!this.isConnected) return;
    if (!this.shadowRoot) {
      const root = this.attachShadow({ mode: 'open' });
      const style = new CSSStyleSheet();
      style.replaceSync(`
        .beads { font-size: 2.5rem; letter-spacing: 0.2em; margin-block: 1rem; color: #1b6233; }
        button { font: inherit; min-height: 3rem; padding: 0.5rem 1.25rem; margin-inline-end: 0.75rem; border: 2px solid currentColor; border-radius: 0.75rem; background: transparent; color: inherit; cursor: pointer; }
        @media (prefers-color-scheme: dark) { .beads { color: #93dcab; } }`);
      root.adoptedStyleSheets = [style];
      const beads = document.createElement('div');
      beads.className = 'beads';
      beads.setAttribute('aria-hidden', 'true');
      const less = document.createElement('button');
      const more = document.createElement('button');
      less.addEventListener('click', () => this.#move(-1));
      more.addEventListener('click', () => this.#move(1));
      root.append(beads, less, more);
    }
    const [beads, less, more] = this.shadowRoot.children;
    beads.textContent = '●'.repeat(this.#count) + '○'.repeat(10 - this.#count);
    less.textContent = this.#labels.less;
    more.textContent = this.#labels.more;
  }
}

if (!customElements.get('sample-abacus')) {
  customElements.define('sample-abacus', SampleAbacus);
}
