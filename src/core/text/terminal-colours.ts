// A terminal's colours, as they come along with what somebody copies out of one.

// biome-ignore lint/suspicious/noControlCharactersInRegex: that is how a terminal writes colours
const colour = /\u001b\[[\d;?]{0,20}[A-Za-z]/g;

export const withoutColours = (text: string): string => text.replace(colour, "");
