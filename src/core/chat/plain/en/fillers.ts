// Words of a sentence that say nothing of what is asked for.
const fillers = `
  a an the this that these those my our your its their
  i im ive id me we weve you u he she they them us it is are am was were be been being do does did done has have had
  can could would should may might shall will lets
  please pls plz plse kindly hey hi hello yo hiya dear ok okay so well um uh hmm oh and or but then also too only
  just really actually even still again right now currently today tonite anymore already always suddenly keep keeps
  at on in of to for with w about by as if from into onto via against over through there here
  what which who why how when where whats hows whos wheres any some all every everything anything something
  cluster clusters aks k8s kubernetes kube azure api apis server apiserver control plane controlplane endpoint
  bot buddy mate team folks guys quick quickly fast asap urgent urgently immediately need needs want wanna gotta get getting got
  like such very much more both thx thanks thank ty cheers seem seems seeing says say tell give show let try trying tried
  since minutes minute hours hour ago morning mins min secs seconds least up
`;

/** Words after which a cluster or a place is named. */
export const leads: ReadonlySet<string> = new Set(
  "on in at @ for of to into against from with via over about onto within inside".split(" "),
);

/** May stand between such a word and the name. */
export const articles: ReadonlySet<string> = new Set("the our my cluster aks".split(" "));

export const wordsOf = (text: string): ReadonlySet<string> =>
  new Set(text.split(/\s+/).filter((word) => word !== ""));

export const isFiller = (word: string): boolean => filler.has(word);
const filler = wordsOf(fillers);
