// What a line says beside the command that is made of it: whoever presses the button sees what it leaves out.
import { halfWidth } from "./half-width.ts";
import type { Language } from "./language.ts";
import { readSpoken } from "./languages.ts";
import type { LineWord } from "./line.ts";
import { typeOrSlip } from "./look-target.ts";
import { isOrderWord } from "./no-order.ts";
import { simplified } from "./simplified.ts";
import { setOf } from "./words.ts";

/** The words of `typed` of which `line` says nothing, in their order: `until Monday`. Empty where it says all. */
export function unreadIn(typed: string, line: string): readonly string[] {
  const { line: words, language } = readSpoken(simplified(halfWidth(typed)));
  const said = new Set(partsOf(line));
  const parts: string[][] = [];
  let isOpen = false;
  for (const word of words) {
    const isRead = isSaid(word, said) || isSilent(word, language);
    if (!isRead) {
      if (isOpen) parts.at(-1)?.push(word.raw);
      else parts.push([word.raw]);
    }
    isOpen = !isRead;
  }
  return parts.map((part) => part.join(" "));
}

const partsOf = (text: string): readonly string[] =>
  text
    .toLowerCase()
    .split(/[\s/=,"'{}:[\]()]+/)
    .filter((part) => part !== "");

const isSaid = ({ raw, word }: LineWord, said: ReadonlySet<string>): boolean =>
  said.has(word) ||
  partsOf(raw)
    .map((part) => part.replace(/[.!?;]+$/, ""))
    .every((part) => part === "" || said.has(part));

/** It orders, names a type, or holds the sentence together. */
const isSilent = (each: LineWord, language: Language): boolean =>
  each.word === "" ||
  silent.has(each.word) ||
  isOrderWord(each.raw) ||
  typeOrSlip(each, language) !== null ||
  setOf(language.look.namespaces).has(each.word) ||
  setOf(language.change.verbs).has(each.word);

const silent = setOf(`
  a an the this that my our your please pls plz kindly hey hi hello ok okay so well and can could would will you u i we me us need
  want like id to for on in of at from into by is it its now then just thanks thx good morning bot the cluster back up down
  bitte mal den die das dem der des ein eine einen im ins auf von vom für fuer mit zu zur zum und ich wir du sie mir uns kannst
  könntest koenntest können könnten möchte moechte möchten brauche brauchen kurz schnell jetzt danke hallo moin guten morgen neu
  hoch runter replikas replicas speicher memory cpu limit limits image tag version revision
  请 麻烦 帮 帮我 我 你 把 将 给 的 里 里的 里面 上 上的 一下 下 吧 到 成 为 个 在 中 谢谢 现在 立刻 马上 这个 那个 副本 命名空间
  集群 改 改成 设 设为 设成 调 调到 调成 扩到 缩到 台 节点 镜像 版本 上一个 上个
`);
