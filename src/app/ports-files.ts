// Where Teams lets the bot put a file: into the OneDrive of a person who was asked before. Part of the ports.

/** A file as its person's OneDrive keeps it, in Teams' words. */
export type KeptFile = Readonly<{ name: string; contentUrl: string; uniqueId: string; fileType: string }>;

export interface Files {
  /** False in clouds in which Teams takes no files from bots. */
  readonly possible: boolean;
  /** Whether Teams' own storage is meant: nothing of an output goes anywhere else. */
  isTrusted(url: string): boolean;
  /** One request, never repeated. Never throws. */
  put(uploadUrl: string, text: string): Promise<Readonly<{ ok: true } | { ok: false; code: string }>>;
}
