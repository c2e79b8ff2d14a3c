// Ids of resources, wherever they stand in a value.

const isId = (text: string): boolean => /^\/subscriptions\/.+\/providers\//i.test(text);

/** As they are written, in order, and as often as they stand there. */
export function idsIn(value: unknown): readonly string[] {
  if (typeof value === "string") return isId(value) ? [value] : [];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(idsIn) : [];
}
