// People who are named in a card so that Teams tells them.
import { type Member, mostMentioned } from "../../core/access/who-may.ts";
import { clip, visible } from "./text.ts";

/**
 * Teams puts the name in place of the tag, and only where the card's text and the entity write it alike: so nothing in it
 * is escaped, and what a card would read as more than a name is left out.
 */
export const tagged = (name: string): string =>
  clip(
    visible(clip(name, 200))
      .replaceAll(/[<>&*_`~#![\]{}\\\s]+/g, " ")
      .trim(),
    80,
  ) || "?";

/** Each tag is another one, or Teams would show one person for two. */
export function mentions(people: readonly Pick<Member, "userId" | "name">[]) {
  const all = people.slice(0, mostMentioned).map(({ userId, name }) => ({ id: userId, name: tagged(name) }));
  return all.map(({ id, name }, at) => {
    const before = all.slice(0, at).filter((other) => other.name === name).length;
    const called = before === 0 ? name : `${name} ${before + 1}`;
    return { id, name: called, tag: `<at>${called}</at>` };
  });
}
