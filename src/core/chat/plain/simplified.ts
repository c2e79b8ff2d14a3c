// Traditional Chinese, as the simplified characters and words that the grammar is written in. Only for reading a line: what is
// shown again is what was typed.

/** Pairs, the traditional one first. */
const pairs =
  "叢丛節节點点啟启啓启動动為为麼么裡里裏里從从後后來来連连線线網网絡络時时診诊斷断檢检錯错誤误誌志記记錄录顯显請请問问題题個个們们這这嗎吗沒没應应擴扩縮缩刪删復复滾滚務务證证憑凭書书過过狀状態态運运壞坏掛挂號号開开關关閉闭還还無无進进誰谁對对說说讓让變变當当機机雲云資资會会員员權权見见現现實实際际執执幫帮監监視视傳传輸输遠远訪访間间佈布發发響响種种類类級级補补總总數数據据庫库倉仓鏡镜壓压載载報报備备換换邊边樣样幾几兩两處处確确認认給给組组織织結结構构試试驗验許许單单雙双頭头長长門门電电腦脑話话辦办讀读寫写將将並并與与於于標标籤签簽签離离緊紧準准嘗尝緒绪滿满異异敗败穩稳環环規规則则導导維维護护預预設设優优佔占殺杀鎖锁徑径週周詳详細细圖图歷历條条轉转閃闪斷断卻却誰谁誠诚謝谢讚赞隨随審审計计劃划";
const characters = new Map(
  (pairs.match(/../gu) ?? []).map((pair) => [pair.slice(0, 1), pair.slice(1)] as const),
);

/** Other words for the same, once their characters are simplified. */
const words: readonly (readonly [RegExp, string])[] = [
  [/丛集/g, "集群"],
  [/逾时/g, "超时"],
  [/连线/g, "连接"],
  [/伺服器/g, "服务器"],
  [/凭证/g, "证书"],
  [/网路/g, "网络"],
  [/记忆体/g, "内存"],
  [/没有回应/g, "没有响应"],
];

export function simplified(text: string): string {
  if (!/\p{Script=Han}/u.test(text)) return text;
  const plain = text.replace(/\p{Script=Han}/gu, (each) => characters.get(each) ?? each);
  return words.reduce((line, [other, word]) => line.replace(other, word), plain);
}
