// Free text of Azure's: whoever wrote it may have written a secret into it, and it is kept and shown.
import { maskedLine } from "../../core/azure/error-text.ts";

export const masked = (text: string | null | undefined): string | undefined =>
  text ? maskedLine(text) : undefined;
