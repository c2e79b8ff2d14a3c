// The few pages people see: sign-in and account choice.

export function escapeHtml(text: string): string {
  const entities: Record<string, string> = {
    "&": "&amp;",
    "<": "&lt;",
    ">": "&gt;",
    '"': "&quot;",
    "'": "&#39;",
  };
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? character);
}

/** A whole page; `body` is HTML already. */
export function page(title: string, body: string): string {
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${escapeHtml(title)}</title>
<style>
  body { font: 16px/1.5 system-ui, sans-serif; max-width: 26rem; margin: 12vh auto; padding: 0 1rem; color: #242424 }
  button { font: inherit; padding: .5rem 1rem; border: 0; border-radius: 4px; background: #4f52b2; color: #fff }
  select { font: inherit; padding: .3rem; max-width: 100% }
  p.note { color: #616161; font-size: 14px }
</style></head>
<body><h1>${escapeHtml(title)}</h1>${body}</body></html>`;
}
