// One request for each key, however many sections need its answer.
export const once = <T>() => {
  const sent = new Map<string, Promise<T>>();
  return (key: string, send: () => Promise<T>): Promise<T> => {
    const read = sent.get(key) ?? send();
    sent.set(key, read);
    return read;
  };
};
