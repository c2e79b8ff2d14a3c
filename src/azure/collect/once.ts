// One request for each key, however many sections need its answer.
import type { Read } from "./read.ts";

export const once = <T>() => {
  const sent = new Map<string, Promise<Read<T>>>();
  return (key: string, send: () => Promise<Read<T>>): Promise<Read<T>> => {
    const read = sent.get(key) ?? send();
    sent.set(key, read);
    return read;
  };
};
