// Every field of what is read of Azure, by its name, with what it holds: worked out from the types themselves.
import type { Collected, Unavailable } from "../../core/snapshot/section.ts";
import type { ClusterSnapshot } from "../../core/snapshot/snapshot.ts";

/** What a section, a list or a map of sections holds. */
type Held<S> = S extends Unavailable
  ? never
  : S extends Collected<infer D>
    ? D
    : S extends Readonly<{ items: readonly (infer D)[] }>
      ? D
      : string extends keyof S
        ? Held<S[string & keyof S]>
        : never;

type Known = Held<ClusterSnapshot[keyof ClusterSnapshot]>;

/** Each field of a type and of the types below it. Tags are the customer's own names. */
type FieldOf<T> = T extends Unavailable
  ? never
  : T extends readonly (infer I)[]
    ? FieldOf<I>
    : T extends Collected<infer D>
      ? FieldOf<D>
      : T extends object
        ? {
            [K in keyof T & string]-?: K extends "tags"
              ? never
              : Readonly<{ name: K; value: NonNullable<T[K]> }> | FieldOf<NonNullable<T[K]>>;
          }[keyof T & string]
        : never;

type Field = FieldOf<Known>;

type KindOf<V> = [V] extends [boolean]
  ? "flag"
  : [V] extends [number]
    ? "number"
    : [V] extends [string]
      ? "text"
      : [V] extends [readonly string[]]
        ? "texts"
        : "parts";

type Kind = "flag" | "number" | "text" | "texts" | "parts";

/**
 * What a field may be called. A `word` is a text of which every reader takes one that it does not know for unknown; what
 * ends in `?` may be missing without anything being called well by it.
 */
type Named<K extends Kind> = K | `${K}?` | (K extends "text" ? "word" : never);

/** `texts`: a list of them; `parts`: fields of its own, or one thing here and another there. */
export type Kinds = Readonly<{
  [N in Exclude<Field["name"], `${string}Id` | `${string}Ids`>]: Named<
    KindOf<Extract<Field, Readonly<{ name: N }>>["value"]>
  >;
}>;
