// Why a message was not understood, and what to write.
import type { ParseError } from "../../../core/conversation/parse-error.ts";
import type { Says } from "../catalogue/says.ts";
import type { Catalogue } from "../catalogue/texts.ts";

/** `ownAddress`: where people see theirs. `masked`: as of a command. */
export const misreadSpeech = (
  { misread }: Catalogue,
  ownAddress: string,
  masked: string,
): Says<ParseError> => ({
  ...misread,
  masked,
  fromMissing: () => misread.fromMissing({ ownAddress }),
  addressRange: (it) => misread.addressRange({ ...it, ownAddress }),
  addressIpv6: (it) => misread.addressIpv6({ ...it, ownAddress }),
});
