// The page the sign-in service sends its answer to (redirect URI of the app registration).
//
// It takes the answer off the address bar and hands it to the app, nothing else: it never redeems a
// code and never touches the PKCE verifier. The names of what is stored are those of
// `crates/entra-spa/src/storage_keys.rs`.
"use strict";
{
  const PAYLOAD = "auth.payload";
  const RETURN_PREFIX = "auth.return.";
  const STORAGE_FAILED = "#auth-storage-failed";

  const root = new URL("..", location.href);
  root.search = root.hash = "";

  /** The answer as it came, from the fragment or, by way of precaution, from the query. */
  const answer = [location.hash, location.search]
    .map((text) => text.slice(1))
    .find((text) => {
      const fields = new URLSearchParams(text);
      return fields.has("state") && ["code", "error", "admin_consent"].some((name) => fields.has(name));
    });

  // before anything can fail: neither a reload, a bookmark nor an error report may see the answer
  history.replaceState(null, "", location.pathname);

  const show = (id) => {
    document.getElementById("working").hidden = true;
    document.getElementById(id).hidden = false;
    document.getElementById("back").hidden = false;
    document.getElementById("look").disabled = false;
    document.title = document.getElementById(id).textContent;
  };

  /** Where the user was when the sign-in began; the root of the app when that can't be trusted. */
  const returnAddress = (id) => {
    const path = sessionStorage.getItem(RETURN_PREFIX + id) ?? "";
    const address = /^\/(?!\/)[!-~]*$/.test(path) && !path.includes("\\") ? new URL(path, root) : root;
    const own = address.origin === root.origin && !address.pathname.startsWith("//");
    return (own ? address : root).href;
  };

  const toApp = (id) => {
    let address;
    try {
      sessionStorage.setItem(PAYLOAD, answer);
      address = returnAddress(id);
    } catch {
      address = root.href + STORAGE_FAILED;
    }
    location.replace(address);
  };

  const fields = new URLSearchParams(answer);
  const [mode, id] = (fields.get("state") ?? "").split(".", 2);
  if (window.top !== window) {
    // no one but this app's own windows has a use for the answer
    show("no-answer");
  } else if (answer === undefined) {
    show("no-answer");
  } else if (mode === "r" && /^[\w-]{43}$/.test(id)) {
    toApp(id);
  } else if (mode === "a") {
    // an administrator's consent: nothing waits for it, they may be on another machine
    show(fields.has("error") ? "not-consented" : "consented");
  } else {
    show("malformed");
  }
}
