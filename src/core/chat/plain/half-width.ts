// Letters, digits and punctuation as wide as a Chinese character, as the narrow ones that they stand for, with a space where
// a sentence has one.

const punctuation: Readonly<Record<string, string>> = {
  "。": ". ",
  "、": ", ",
  "，": ", ",
  "：": ": ",
  "；": "; ",
  "？": "? ",
  "！": "! ",
  "（": " (",
  "）": ") ",
  "【": " [",
  "】": "] ",
  "「": '"',
  "」": '"',
  "\u3000": " ",
};

export const halfWidth = (text: string): string =>
  text
    .replace(/[。、，：；？！（）【】「」\u3000]/g, (wide) => punctuation[wide] ?? wide)
    .replace(/[\uff01-\uff5e]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0));
