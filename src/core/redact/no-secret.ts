// What stands under a telling name and is no secret all the same.
import { isReference, isSwitch } from "./harmless.ts";
import { isPassword, isTelling } from "./names.ts";

/** A value under a telling name that is none: a switch, a reference, a mounted file, a size, the name of a Secret. */
export function isNoSecret(name: string, value: string): boolean {
  const text = value.trim();
  if (text === "" || text.length > 300) return text === "";
  // `$(DB_PASSWORD` before a bracket that was taken for the sentence's
  if (/^\$\([\w.-]{1,80}$/.test(text)) return true;
  if (isReference(text) || isSwitch(text) || /^\d{1,9} bytes$/.test(text)) return true;
  if (
    /^(?:file:\/\/)?\/(?:var|etc|run|mnt|tmp|opt|home|usr|secrets?|vault|certs?|config|keys)(?:\/[\w.-]+)+\/?$/.test(
      text,
    )
  )
    return true;
  if (isPassword(name)) return false;
  if (/^(?:\d{1,5}(?:\.\d{1,9})?|\d{1,9}[smhd])$/.test(text)) return true;
  // `secretKey: password` says which key of a Secret is meant.
  if (/key$/i.test(name) && /^[a-z]+(?:[._-][a-z]+){0,2}$/i.test(text) && isTelling(text)) return true;
  // `nginx.ingress.kubernetes.io/auth-secret: basic-auth` names a Secret.
  return /kubernetes\.io\/[a-z-]*secret$/.test(name) && /^[a-z0-9-]+(?:\/[a-z0-9-]+)?$/.test(text);
}
