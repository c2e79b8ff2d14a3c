// Where Teams keeps files: those that people send to the bot, and those that it puts into the OneDrive of a person who was
// asked before. Part of the ports.

/** A file as its person's OneDrive keeps it, in Teams' words. */
export type KeptFile = Readonly<{ name: string; contentUrl: string; uniqueId: string; fileType: string }>;

/** A file in a message, in Teams' words. `downloadUrl`: good for some minutes, for whoever has it. */
export type AttachedFile = Readonly<{ name: string; downloadUrl: string }>;

export type NotGot = Readonly<
  { is: "fileNotGot"; code: string } | { is: "fileTooLong"; most: number } | { is: "fileNoText" }
>;

export interface Files {
  /** False in clouds in which Teams takes no files from bots. */
  readonly possible: boolean;
  /** Whether Teams' own storage is meant: nothing of an output goes anywhere else. */
  isTrusted(url: string): boolean;
  /** The text of a file that was sent; no more than the longest that is taken is read of it. Never throws. */
  get(downloadUrl: string): Promise<Readonly<{ ok: true; text: string } | { ok: false; why: NotGot }>>;
  /** One request, never repeated. Never throws. */
  put(uploadUrl: string, text: string): Promise<Readonly<{ ok: true } | { ok: false; code: string }>>;
}
