// Whether a line orders what it speaks of. In doubt it does not: a change that nobody asked for is worse than one more question.
import { change as german } from "./languages/de.ts";
import { change as english } from "./languages/en.ts";
import { isHan } from "./languages/segment.ts";

/** Not to be done, reported, or asked about: `do not`, `should we`, `what happens when`, `api in shop restarted`. */
const noOrders = [
  /^\s*>/,
  /^\W*(?:i am|i'm|im) about to\b|^\W*(?:imagine|suppose|assume|for instance|for example|e\.g\.|perhaps|maybe|angenommen|zum beispiel|z\. ?b\.|vielleicht|eventuell|假如|比如|或许|也许|例如|听说)/i,
  /\b(?:can|may|could) i\b(?!.{0,40}\bplease\b)|\b(?:kann|darf) (?:ich|man)\b|我(?:可以|能)(?!不能)/i,
  /\b(?:no need to|hesitate|hate to|postpone|delay|let me|remind me|ungern|verboten|verschieb\w*|in ruhe|erinner\w*|ask (?!for)\w+ to|asks? to|told to|has to|wants|wanted|tries to|tried to|let [A-Z]\w+)\b/i,
  /^\W*(?:ich|wir) (?:starte|skaliere|lösche|loesche|setze|rolle|drain\w*|mache?|werde|plane|wollte|musste)n?\b/i,
  /^\W*(?!Bitte|Dann|Jetzt|Danke|Ok|Und)\p{Lu}\S+ (?:\S+ ){0,3}(?:starten|startet) (?!Sie\b).*\bneu\b/u,
  /\b(?:restarts?|scaled?|scaling|drain|cordon|delete|rollout|rollback|roll back|set|limit|image|neu(?:start)?|skalier\w*|löschen)\b.{0,90}\b(?:helped|solved|(?<!that )worked|successful|forbidden|denied|expired|finished|timed out|had (?:no|an) effect|went (?:fine|wrong)|causes?|kills sessions|means|needs? approval|requires|was approved|takes forever|is running|is pending|is set to|geholfen|bringt nichts|steht noch aus|ist durch|schlägt fehl)\b/i,
  /^\W*(?:example|test|todo|note to self|fyi|rejected|denied|planned|alert|heads up|reminder|question|idea|proposal|suggestion|recommendation|action item|next step|root cause|symptom|log|audit|history|done|already done|erledigt|abgelehnt|geplant|nur zur info|已拒绝|计划|待办|仅供参考|告警|记录|示例|已完成)\W*[:,：]/i,
  /(?:不必|无需|不能(?!等|再|拖)|不许|暂时不|不想|没人|避免|拒绝|推迟|严禁|反对|就别|甭|没有必要|没用|无效|失败|成功了?$|超时|重启中|频繁|反复|不断|自动重启|哪个版本|好不好|该不该|如何|提醒我|打算|准备|希望|需要谁)/,
  /\b(?:avoid|refrain|hold off|refuse|rather (?:you|we|not)|under no circumstances|stop (?!the\b)(?:restart|scal|delet|drain)\w*|no restart|without (?:restart|delet|drain|scal)\w*)\b/i,
  /\b(?:should (?:i|we)|shall (?:i|we)|would it|is it (?:safe|ok|okay|fine|allowed)|what (?:happens|would happen|will happen)|what if|how (?:do|can|would|should) (?:i|we|you)|whether|who (?:may|can|is allowed)|did (?:you|we|he|she|they|anyone|somebody)|when was|why was|was it|can (?:somebody|someone|anybody|anyone))\b/i,
  /^\W*(?:if|unless|in case|once|before|after|when)\b/i,
  /\b(?:if (?!possible|you can|needed)|unless|as soon as|when(?:ever)?)\b/i,
  /^\W*[A-Z][a-z]+ (?:will|wants|ran|restarts|scales|is going|startet|skaliert|hat)\b|^\W*(?!(?:Hi|Hello|Hey|Hallo|Moin|Morning|Ok|Okay|Please|Pls|Bitte|Thanks|Danke|Sorry|So|Now|Also|Gut|Servus|Yes|Ja)\b)[A-Z][a-z]+, (?:please|pls|can|could|starte|lösch|skalier|bitte|kannst)|, [A-Z][a-z]{2,7}[.!?]*$/,
  /\b(?:wants to|forgot to|the runbook|was (?:restarted|deleted|scaled|drained))\b/i,
  /\b(?:restart|rollback|rollout|scaling|deletion|drain|cordon)\b.{1,80}\b(?:failed|fails|hangs|is stuck|is paused|fehlgeschlagen|gesetzt)\b/i,
  /\b(?:never ?mind|scratch that|forget (?:it|that)|lass mal|ach ne+|doch nicht)\b|\b(?:no|nein|nö)[!.]*$|算了/i,
  /\bkein(?:e|en)? (?:neustart|rollback|restart)\b/i,
  /\b(?:soll(?:en|te|ten)? (?:ich|wir)|was passiert|was wäre|wie (?:kann|mache|skaliere|starte) ich|ob (?:ich|wir|man)|wer darf|hast du|hat (?:jemand|wer)|auf keinen fall|hört? auf)\b/i,
  /\b(?:wenn|falls|sobald|sofern|bevor|nachdem)\b/i,
  /\bvergessen\b|\bwürde ich\b/i,
  /(?:不要|别)在|千万|取消|停止|是否|风险|副作用|要不要|会怎样|会怎么样|会不会|怎么(?:重启|扩|缩|回滚|删)|^谁|是谁|谁(?:让|把|手动|重启|删|扩|改|跑|动)|为什么|为啥|如果|要是|万一|忘了|的话|再.{0,4}就|等.{1,12}再|(?:昨天|刚才|刚刚|正在)(?!那|说的|的那).|已(?:经)?.{0,3}(?:重启|扩|缩|回滚|删|封锁|排空|执行|跑)|(?:的|里).{1,16}(?:有|是) ?\d+|[^一-龥]?被|过了|^(?!先?把).{1,40}(?<!把[^,，。;]{0,12}|可以)(?:重启|扩|缩|回滚|删|封锁|排空|执行|跑)了(?!一?下|吧)|有用吗|(?:drain|重启|回滚|扩容|缩容|排空|发布|rollout)(?:一直|又)? ?卡住|需要.{1,30}吗|没必要|没有必要|禁止|暂缓|不是|让我|^.{2,3}[,，]帮/,
];

/** The same, unless somebody is asked for it: `I restarted api, please scale web to 5`. */
const unlessAsked = [
  /\bhabe?n? .{1,60}(?:lassen|gestartet|skaliert|gelöscht)\b/i,
  /^\W*(?:why|who|whose|what|which|where|do (?:i|we|they|you)|does|did|is|are|was|were|has|have|had|how|would (?!you))\b/i,
  /\b(?:i|we|he|she|they)(?:['’]?ll| (?:will|have|had|just|already|plan|ran|did|am|are))\b|\bsaid\b|\b(?:he|she|they|ticket|boss|\w+book) says?\b|\btold\b/i,
  /^\W*(?:warum|wieso|weshalb|wer|was|welche\w*|wann|wie|ist|sind|hat|haben|habe|hab|soll(?:en|te)?|muss|müssen|würden?|wurden?|reicht)\b|\bsagt\b/i,
];
const asked =
  /\b(?:please|pls|plz|bitte|(?:can|could|would) you|kannst du|könntest du|können sie)\b|请|麻烦|帮/i;

const not =
  /\b(?:don['’]?t|do not|not|never|nobody|no one|nicht|nie|niemals|niemand|keinesfalls)\b|别(?!的|人|处)|勿|不要(?!了)|不用(?!了)|先不|千万/i;

/** Whatever it is, it is not to be done. */
export const isForbidden = (text: string): boolean => not.test(text);

const oneOf = (words: string) => words.trim().split(/\s+/).join("|");
/** A word that tells somebody to do something, as it stands in an order. */
const orderWords = `bring|back to|annotate|annotier\\w*|get rid|bump\\w*|kill\\w*|raise|lower|increase|decrease|expand|grow|reduce|give|use|switch|take|l(?:ö|oe)sch\\w*|hochsetzen|runtersetzen|hochziehen|erh(?:ö|oe)h\\w*|hau|knall|zieh\\w*|geh|nochmal|uncordon\\w*|cordon\\w*|drain\\w*|restarte?n?|${oneOf(english.verbs)}|${oneOf(german.verbs)}|please|pls|plz|bitte|run|clean|put|turn|make|trigger\\w*|need|want|mach\\w*|setze?n?|rolle?n?|pausier\\w*|sperren?|sperr|drainen|cordonen|suspend\\w*|aussetzen|anheben|aufräumen|räume?|führe?|nimm|gib|stell\\w*|brauche?n?|rauf|runter|hoch|weg|drauf`;
const ordered = new RegExp(`(?<![\\p{L}\\d-])(?:${orderWords})(?![\\p{L}\\d-])`, "iu");
const orderedAlone = new RegExp(`^(?:${orderWords})$`, "iu");

export const isOrderWord = (word: string): boolean => orderedAlone.test(word);

/** Behind it stands why: `restart api, it does not answer`. */
const firstClauseOf = (text: string): string =>
  text.split(/[,;:.!?，。；：！？]|\s[-\u2013\u2014]\s/).find((each) => each.trim().length > 8) ?? text;

/** It forbids it, reports it or asks about it. */
export function isOtherwise(text: string): boolean {
  const read = text.slice(0, 600);
  const first = firstClauseOf(read);
  return (
    not.test(first) ||
    noOrders.some((each) => each.test(read)) ||
    (!asked.test(read) && unlessAsked.some((each) => each.test(read)))
  );
}

export const isNoOrder = (text: string): boolean =>
  isOtherwise(text) || (!isHan(text) && !ordered.test(text.slice(0, 600)));

/** Of somebody's sign-in, or of a channel: what people do, and say to each other. */
export const isTold = (text: string): boolean =>
  /^\W*(?:(?:i|we)(?! (?:want|need|would|don['’]?t)|['’]d)|did|who|was|ich|wir(?! (?:wollen|möchten))|wer|hat)\b|\b(?:the game|watch out|jungs|leute|guys)\b|^我(?!想|要)|谁|出了$|了$/i.test(
    text.trim().replace(/(?:不要|别)再?.{0,12}了$/, ""),
  );

/** It says more than the one command that would be made of it can say. */
const saysMore = [
  /\b(?:all|any \w+|everything|nodes) but\b|bis auf\b|除.{1,20}外|\band its\b|\bwith its\b|\b(?:along|together) with\b|\bsamt\b|\w-?\*(?=\s|$)|\beinen pod\b|\b(?:both|all|every|other|second|alle[nr]?|beiden?|anderen?) (?:the )?(?:clusters?|prods?)\b|(?:所有|两个|另一个|隔壁)(?:的)?(?:集群|prod)/i,
  /\bmax (?:unavailable|surge|connections)\b|\btolerat|\breplace taint\b|\brevisions? (?:three|two|four|drei|zwei|vier)\b|\b(?:before last|last good|to yesterday|auf gestern|stand von)\b|第[二三四]版|到昨天|[两三四几]个版本/i,
  /\b(?:except|everything|everywhere|anywhere|every|other than|apart from|rather than|instead of|remove|unset|without|undo the (?!last)|dry[- ]run|container|sidecar|force|grace period|helm|overwrite)\b/i,
  /\bby (?:\d|one|two|half)|\d ?%|\bpercent\b|\bnot \d|\badd \d|\d more\b|\btwice\b|\d times\b|\b(?:less|more) than\b|\bhalf\b|\bno, \d|\b\d+ (?:or|bis|to) \d|\bas user\b|\b(?:second|third|one) pod\b|\bone of\b|\bpods max\b/i,
  /\b(?:außer|ausser|entfern\w*|ohne|statt|um (?:weitere )?\d|container|prozent|überall|halbier\w*|hälfte|danach|anschließend|anschliessend|allen clustern)\b/i,
  /除了|除外|之外|以外|只保留|去掉|移除|扩容 ?\d+ ?个?副本$|再[加扩]|增加 ?\d|减少 ?\d|缩掉|一半|(?<!双)[十百](?!一月|二月|分)|\d+ ?[到至-] ?\d+ ?个|容器|所有集群/,
  /#\d|\brev\.|vorletzt|(?:revisions|rollouts|revisionen|versions) (?:back|zurück|ago)|days ago|上上|\brevision 0\b|\bv?\d+\.\d+(?:\.\d+)?\b.*(?:roll|zurück)|(?:roll|zurück).*\bv?\d+\.\d+(?:\.\d+)?\b|\b(?:two|three) revisions\b|last week['’]s/i,
  /\brequests? (?:and|und) limits?|limits? (?:and|und) requests?|\bbetween \d|ephemeral/i,
  /\bwith [A-Z][A-Z_]+=/,
  /(?:^|\s)--?(?!n\b|namespace\b)[a-z]/i,
  /\b(?:restart|scale|drain|cordon|delete|roll ?back|start|run|sperren|skalier\w*|starte?|lösche?)\b.{3,80}\b(?:and|then|und|dann)\b.{0,20}\b(?:restart|scale|drain|cordon|delete|replicas|service|secret|leeren|neustarten|löschen)\b/i,
];

/** When it is to be done, where that stands beside the order itself, and not in what is told of it. */
const times =
  /\b(?:tomorrow|tonight|midnight|noon|later|(?:next|last) week|on (?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:in|for|after) \d{1,3} ?(?:min|minutes?|h|hours?)|um \d+ uhr)\b|\bat \d{1,2}(?::\d\d| ?[ap]m)|明天|今晚|晚点|下周|周[一二三四五六日天]|[一二三四五六七八九十\d] ?点/i;

export function isMoreThanOne(text: string): boolean {
  const read = text.slice(0, 600);
  return saysMore.some((each) => each.test(read)) || times.test(firstClauseOf(read));
}
