// Whether a line orders what it speaks of. In doubt it does not: a change that nobody asked for is worse than one more question.

/** Not to be done, or asked about: `do not`, `should we`, `what happens when`, `if it crashes again`. */
const noOrders = [
  /\b(?:avoid|refrain|stop (?!the\b)(?:restart|scal|delet|drain)\w*|no restart|without (?:restart|delet|drain|scal)\w*)\b/i,
  /\b(?:should (?:i|we)|shall (?:i|we)|would it|is it (?:safe|ok|okay|fine|allowed)|what (?:happens|would happen|will happen)|what if|how (?:do|can|would|should) (?:i|we|you)|whether|who (?:may|can|is allowed)|did (?:you|we|he|she|they|anyone|somebody)|when was|why was|was it)\b/i,
  /^\W*(?:if|unless|in case|once|before|after|when)\b/i,
  /\b(?:wants to|forgot to|the runbook|was (?:restarted|deleted|scaled|drained))\b/i,
  /\b(?:restart|rollback|scaling|deletion|drain) of .{1,80} (?:failed|fails|hangs|is stuck)\b/i,
  /\bkein(?:e|en)? (?:neustart|rollback|restart)\b/i,
  /\b(?:soll(?:en|te|ten)? (?:ich|wir)|was passiert|was wäre|wie (?:kann|mache|skaliere|starte) ich|ob (?:ich|wir|man)|wer darf|hast du|hat (?:jemand|wer))\b/i,
  /^\W*(?:wenn|falls|sobald|sofern|bevor|nachdem)\b/i,
  /\bvergessen\b/i,
  /取消|停止|是否|要不要|会怎样|会怎么样|会不会|怎么(?:重启|扩|缩|回滚|删)|谁(?:重启|删|扩|改)|如果|要是|万一|忘了|昨天.{0,30}了$|(?:已经|刚刚?).{0,40}了/,
];

const not =
  /\b(?:don['’]?t|do not|not|never|nobody|no one|nicht|nie|niemals|niemand|keinesfalls)\b|别|勿|不要|不用/i;

export function isNoOrder(text: string): boolean {
  const read = text.slice(0, 600);
  // Behind the first clause stands why: `restart api, it does not answer`.
  const first =
    read.split(/[,;:.!?，。；：！？]|\s[-\u2013\u2014]\s/).find((each) => each.trim().length > 8) ?? read;
  return not.test(first) || noOrders.some((each) => each.test(read));
}

/** It says more than the one command that would be made of it can say. */
const saysMore = [
  /\b(?:except|everything|other than|rather than|instead of|remove|unset|without|undo the (?!last)|dry[- ]run|container|sidecar|force|grace period|tomorrow|later|taint|annotate|annotation)\b/i,
  /\b(?:in|for|after) \d{1,3} ?(?:min|minutes?|h|hours?)\b|\bat \d{1,2}(?::\d\d| ?[ap]m)|\bby \d|\d ?%|\bpercent\b|\bnot \d/i,
  /\b(?:außer|entfern\w*|ohne|statt|um (?:weitere )?\d|container|prozent)\b/i,
  /除了|去掉|移除|明天|晚点|扩容 ?\d+ ?个?副本$|再[加扩]|增加 ?\d|容器/,
  /#\d|\brev\.|vorletzt|(?:revisions|rollouts|revisionen|versions) (?:back|zurück|ago)|days ago|上上|\brevision 0\b|\bv?\d+\.\d+\.\d+\b.*(?:roll|zurück)|(?:roll|zurück).*\bv?\d+\.\d+\.\d+\b/i,
  /\brequests? (?:and|und) limits?|limits? (?:and|und) requests?|\bmin\b.*\bmax\b|\bbetween \d|ephemeral/i,
  /(?:^|\s)--?(?!n\b|namespace\b)[a-z]/i,
];

export const isMoreThanOne = (text: string): boolean =>
  saysMore.some((each) => each.test(text.slice(0, 600)));
