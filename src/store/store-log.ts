// What the store logs with; the product's own log fits. Constant messages; never a row's content.

export type StoreLog = Readonly<
  Record<"warn" | "error", (message: string, fields: Record<string, unknown>) => void>
>;
