// Letters, digits and punctuation as wide as a Chinese character, as the narrow ones that they stand for. Nothing moves:
// each becomes one character.

const others: Readonly<Record<string, string>> = {
  "。": ".",
  "、": ",",
  "【": "[",
  "】": "]",
  "「": '"',
  "」": '"',
};

export const halfWidth = (text: string): string =>
  text
    .replace(/[\uff01-\uff5e]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    .replace(/[。、【】「」]/g, (wide) => others[wide] ?? wide)
    .replace(/\u3000/g, " ");
