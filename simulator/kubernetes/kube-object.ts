// A Kubernetes object as JSON, and readers of its fields that never throw: scenarios leave most fields out.

import { z } from "zod";

const metadataSchema = z.looseObject({
  name: z.string().default(""),
  namespace: z.string().optional(),
  labels: z.record(z.string(), z.string()).optional(),
  annotations: z.record(z.string(), z.string()).optional(),
});

const objectSchema = z.looseObject({
  apiVersion: z.string().min(1),
  kind: z.string().min(1),
  metadata: metadataSchema,
});

export type KubeObject = z.infer<typeof objectSchema>;
export type Fields = Record<string, unknown>;

/** Reads a value as a Kubernetes object, or says in a sentence what is missing. */
export function parseObject(
  value: unknown,
): { ok: true; object: KubeObject } | { ok: false; reason: string } {
  const parsed = objectSchema.safeParse(value);
  if (parsed.success) return { ok: true, object: parsed.data };
  return { ok: false, reason: `not a Kubernetes object: ${z.prettifyError(parsed.error)}` };
}

export function isFields(value: unknown): value is Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The value at a dotted path such as `status.nodeInfo.osImage`; undefined where the path ends early. */
export function at(value: unknown, path: string): unknown {
  return path
    .split(".")
    .reduce<unknown>(
      (inner, key) => (isFields(inner) && Object.hasOwn(inner, key) ? inner[key] : undefined),
      value,
    );
}

/** Text at a path; numbers and booleans as text, everything else as `fallback`. */
export function text(value: unknown, path: string, fallback = ""): string {
  const found = at(value, path);
  if (typeof found === "string") return found === "" ? fallback : found;
  return typeof found === "number" || typeof found === "boolean" ? String(found) : fallback;
}

export function number(value: unknown, path: string, fallback = 0): number {
  const found = at(value, path);
  return typeof found === "number" ? found : fallback;
}

export function list(value: unknown, path: string): unknown[] {
  const found = at(value, path);
  return Array.isArray(found) ? found : [];
}

/** The texts of a list; elements that are not text are left out. */
export function texts(value: unknown, path: string): string[] {
  return list(value, path).filter((item) => typeof item === "string");
}

export function fieldsAt(value: unknown, path: string): Fields {
  const found = at(value, path);
  return isFields(found) ? found : {};
}

/** The condition of that type, for example `Ready`, in `status.conditions`. */
export function condition(object: unknown, type: string): unknown {
  return list(object, "status.conditions").find((entry) => text(entry, "type") === type);
}
