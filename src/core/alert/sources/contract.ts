// What a system that delivers alerts has to tell: where, how it proves who it is, what its words mean, and which codes
// make its retries right. Each source is one file that gives this after the source's own documentation.
import { z } from "zod";
import type { Alert } from "../alert.ts";

/**
 * `entraToken`: a token of the tenant. `password`: the secret in the header `Authorization`, as a bearer token or as the
 * password of basic authentication. `signature`: HMAC-SHA256 of the body as it was sent, in lower-case hex.
 */
export type Proof = Readonly<
  | { by: "entraToken" | "password" }
  | {
      by: "signature";
      /** In lower case. It may hold several signatures with a comma between them: one that is right is enough. */
      header: string;
      /** Before each signature. */
      prefix: string;
      /** A header with the second of sending. Where it is sent, it is signed too, with a colon before the body. */
      timeHeader: string | null;
    }
>;

/** `field` is missing or wrong, null: the body itself; nothing of the body is repeated. */
export type ParsedBody = Readonly<
  { ok: true; alerts: readonly Alert[] } | { ok: false; field: string | null }
>;

export type SourceContract = Readonly<{
  path: `/api/alerts/${string}`;
  /** One of them, whichever is set up. */
  authenticate: readonly Proof[];
  maxBodyBytes: number;
  /** Without alerts where the source speaks of something else, such as its own test. */
  parse: (body: unknown) => ParsedBody;
  /** A body as it sends one, which says that it is a test; null where only the source itself can prove who it is. */
  testBody: ((now: string) => object) | null;
  /** `unreadable` must be final. `notStored` must make the source deliver again. */
  statuses: Readonly<{ taken: number; unreadable: number; notStored: number }>;
}>;

/** A delivery with this header is proved and read like any other, and then nothing is kept of it or shown. */
export const dryRunHeader = "x-aks-oncall-dry-run";

/** As it would stand on a card. */
export const testTitle = "aks-oncall doctor: only a test";

export const kilobyte = 1024;

/** Of a year that every database takes. */
export const time = z
  .string()
  .max(100)
  .refine((text) => /^[1-9]\d{3}$/.test(String(new Date(text).getUTCFullYear())));

export const isoTime = (text: string): string => new Date(text).toISOString();

/** What alerts are told apart by has to fit an index: of one that is longer than the sources' own are, its end. */
const longestKey = 400;
export const keyOf = (text: string): string => text.slice(-longestKey);

/** Reads a body by its schema. */
export const bodyReader =
  <T>(schema: z.ZodType<T>, read: (body: T) => readonly Alert[]) =>
  (body: unknown): ParsedBody => {
    const parsed = schema.safeParse(body);
    if (parsed.success) return { ok: true, alerts: read(parsed.data) };
    return { ok: false, field: parsed.error.issues[0]?.path.join(".") || null };
  };

/** Azure's rule for names of managed clusters. */
const clusterName = /^[a-z0-9](?:[a-z0-9_-]{0,61}[a-z0-9])?$/i;

/** Those that may be names of clusters, each once. */
export const clusterNames = (texts: readonly string[]): readonly string[] => [
  ...new Set(texts.filter((text) => clusterName.test(text))),
];

/** Whether it is a cluster's id, or that of a part of one. */
export const isCluster = (id: string): boolean =>
  id.includes("/providers/microsoft.containerservice/managedclusters/");
