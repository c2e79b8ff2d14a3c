// Keeps what somebody wrote short enough to be repeated in a sentence.

const longest = 60;

export function brief(text: string): string {
  return text.length <= longest ? text : `${text.slice(0, longest).trimEnd()}…`;
}
