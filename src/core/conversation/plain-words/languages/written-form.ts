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

// Traditional Chinese, as the simplified characters and words that the grammar is written in. Only for reading a line: what is
// shown again is what was typed.

/** Pairs, the traditional one first. */
const pairs = `
叢丛節节點点啟启啓启動动為为麼么裡里裏里從从後后來来連连線线網网絡络時时診诊斷断檢检錯错誤误誌志記记錄录顯显請请問问題题個个們们這这嗎吗沒没應应擴扩縮缩刪删復复滾滚務务證证憑凭書书過过狀状態态運运壞坏掛挂號号
開开關关閉闭還还無无進进誰谁對对說说讓让變变當当機机雲云資资會会員员權权見见現现實实際际執执幫帮監监視视傳传輸输遠远訪访間间佈布發发響响種种類类級级補补總总數数據据庫库倉仓鏡镜壓压載载報报備备換换邊边樣样幾几
兩两處处確确認认給给組组織织結结構构試试驗验許许單单雙双頭头長长門门電电腦脑話话辦办讀读寫写將将並并與与於于標标籤签簽签離离緊紧準准嘗尝緒绪滿满異异敗败穩稳環环規规則则導导維维護护預预設设優优佔占殺杀鎖锁徑径
週周詳详細细圖图歷历條条轉转閃闪卻却誠诚謝谢讚赞隨随審审計计劃划憶忆張张檔档塊块聯联繫系該该屬属裝装頁页終终續续編编績绩繞绕約约紀纪納纳純纯紙纸絕绝統统經经綁绑綜综締缔練练緣缘縱纵縣县繼继纜缆罰罚羅罗習习聞闻
聲声職职聽听肅肃腳脚膠胶臨临舊旧艦舰藍蓝藝艺藥药蘭兰虛虚蟲虫術术衛卫製制複复襲袭覺觉覽览觀观觸触訂订訊讯託托訓训訴诉註注詞词詢询誘诱語语課课調调談谈諒谅論论諮咨謂谓講讲謹谨譯译議议譽誉豐丰負负財财貢贡貨货販贩
貪贪貫贯責责貴贵買买費费貼贴賀贺賞赏賣卖質质賴赖購购贈赠贏赢趕赶趙赵跡迹踐践軌轨軍军軟软較较輕轻輛辆輝辉輪轮輯辑轄辖辭辞農农迴回遊游達达違违遙遥遞递適适遲迟遷迁選选遺遗邏逻郵邮鄉乡醫医釋释釐厘針针釣钓鈕钮鈴铃
鉤钩銀银銅铜鋪铺鋼钢錢钱鍵键鏈链鐘钟鐵铁閒闲閘闸閥阀閱阅闆板闊阔陣阵陰阴陳陈陸陆陽阳隊队階阶險险隱隐雖虽雜杂難难靈灵靜静頂顶項项順顺須须頒颁頓顿領领頻频額额顏颜願愿顧顾風风飛飞飯饭飲饮館馆餘余駐驻駕驾騙骗騰腾
驅驱驚惊髮发鬆松鬧闹魚鱼鮮鲜鳥鸟麗丽黃黄黨党齊齐齒齿龍龙龜龟剛刚別别劇剧劑剂勁劲勝胜勞劳勢势勵励勸劝匯汇區区協协厲厉參参吳吴啞哑喚唤嘆叹嚇吓嚴严國国圍围園园圓圆團团場场墊垫墜坠壯壮壽寿夢梦夾夹奪夺奮奋妝妆媽妈
學学宮宫寬宽寶宝專专尋寻屆届層层岡冈島岛峽峡帳帐帶带幣币幹干廠厂廢废廣广廳厅強强彈弹彙汇徵征恆恒悅悦惡恶惱恼愛爱慣惯憂忧憲宪懷怀懸悬戰战戲戏戶户拋抛挾挟捨舍掃扫採采揀拣揚扬揮挥損损搖摇搶抢摺折撐撑撥拨擁拥擇择
擊击擋挡擔担擬拟擺摆擾扰攔拦攜携攝摄敘叙敵敌斂敛晉晋晝昼暫暂曉晓曆历東东極极槍枪樂乐樓楼樞枢樹树橋桥檯台欄栏歐欧歡欢歲岁歸归殘残殼壳毀毁氣气決决況况洩泄測测渾浑湊凑溝沟溫温滅灭滯滞滲渗漲涨潔洁潛潜潤润瀏浏灣湾
災灾煙烟煩烦熱热燈灯營营爐炉爭争爲为牆墙牽牵犧牺獎奖獨独獲获獻献瑣琐產产畢毕疊叠療疗盤盘眾众睏困瞭了矚瞩砲炮碼码礎础禮礼禦御稅税稱称穀谷積积窩窝窮穷竄窜競竞筆笔範范築筑簡简籌筹糧粮糾纠紅红
`;
const characters = new Map(
  (pairs.match(/\S{2}/gu) ?? []).map((pair) => [pair.slice(0, 1), pair.slice(1)] as const),
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
  [/映像档?/g, "镜像"],
  [/核准/g, "批准"],
  [/部属/g, "部署"],
  [/档案/g, "文件"],
  [/资讯/g, "信息"],
  [/硬碟|磁碟/g, "磁盘"],
  [/程式/g, "程序"],
  [/介面/g, "接口"],
  [/伫列/g, "队列"],
  [/预设/g, "默认"],
  [/设定/g, "设置"],
  [/日志档/g, "日志"],
  [/回复|还原/g, "恢复"],
  [/轮值/g, "值班"],
  [/笔电/g, "笔记本"],
];

export function simplified(text: string): string {
  if (!/\p{Script=Han}/u.test(text)) return text;
  const plain = text.replace(/\p{Script=Han}/gu, (each) => characters.get(each) ?? each);
  return words.reduce((line, [other, word]) => line.replace(other, word), plain);
}
