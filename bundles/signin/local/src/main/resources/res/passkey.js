// Asks the browser for a passkey and posts its answer with the form around the button. Nothing here decides anything: the portal checks the answer.
const bytes = (text) => Uint8Array.from(atob(text.replace(/-/g, "+").replace(/_/g, "/")), (c) => c.charCodeAt(0));
const text = (buffer) =>
  btoa(String.fromCharCode(...new Uint8Array(buffer))).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");

const named = (list) => (list ?? []).map((one) => ({ ...one, id: bytes(one.id) }));

function question(options) {
  const asked = { ...options, challenge: bytes(options.challenge) };
  if (options.user) {
    return { ...asked, user: { ...options.user, id: bytes(options.user.id) }, excludeCredentials: named(options.excludeCredentials) };
  }
  return { ...asked, allowCredentials: named(options.allowCredentials) };
}

function answer(credential) {
  const told = credential.response;
  const response = { clientDataJSON: text(told.clientDataJSON) };
  if (told.attestationObject) {
    response.attestationObject = text(told.attestationObject);
    response.transports = told.getTransports ? told.getTransports() : [];
  } else {
    response.authenticatorData = text(told.authenticatorData);
    response.signature = text(told.signature);
    if (told.userHandle) response.userHandle = text(told.userHandle);
  }
  return JSON.stringify({
    id: credential.id,
    rawId: text(credential.rawId),
    type: credential.type,
    response,
    authenticatorAttachment: credential.authenticatorAttachment ?? null,
    clientExtensionResults: credential.getClientExtensionResults(),
  });
}

for (const form of document.querySelectorAll("form[data-passkey]")) {
  const failed = form.querySelector("[data-failed]");
  if (!window.PublicKeyCredential) {
    form.querySelector("[data-missing]").hidden = false;
    form.querySelector("button").disabled = true;
    continue;
  }
  form.addEventListener("submit", async (event) => {
    if (form.elements.credential.value) return;
    event.preventDefault();
    failed.hidden = true;
    const publicKey = question(JSON.parse(form.dataset.passkey));
    try {
      const made = publicKey.user
        ? await navigator.credentials.create({ publicKey })
        : await navigator.credentials.get({ publicKey });
      form.elements.credential.value = answer(made);
      form.submit();
    } catch {
      failed.hidden = false;
      failed.focus();
    }
  });
}
