// Which policy decides here, for whoever looks at the mode.

/** A newer file that is not valid; `first`: the first of so many problems, with its place in the file. */
export type RefusedPolicy = Readonly<{ problems: number; first: string }>;

/** `others`: versions that other replicas decide by, where they differ. */
export type PolicyState = Readonly<{ version: string; others: readonly string[]; refused?: RefusedPolicy }>;
