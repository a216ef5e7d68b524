// What columns are usually called, by what they are for: in English, German, French, Spanish and Chinese.

const words = (list: string): ReadonlySet<string> => new Set(list.split(','));

/** Names of a label's column, the sure ones first; of the last ones the cells must bear it out. */
export const LABEL_NAMES = [
  words(
    'label,labels,class,class index,classindex,标签,標籤,类别,類別,分类,分類,etikett,étiquette,etiqueta,klasse,classe,clase',
  ),
  words('category,target,topic,sentiment,kategorie,catégorie,categorie,categoría,categoria,情感'),
  words('y,intent,genre,polarity,label text,coarse label,stars,rating,score,tag'),
  words(
    'status,verdict,emotion,thema,bewertung,stimmung,note,sujet,tema,calificación,calificacion,sentimiento,评分,評分,星级,情绪,情緒,主题,主題',
  ),
] as const;

/** Names of a column of text. */
export const TEXT_NAMES = words(
  'text,content,body,sentence,title,headline,description,short description,review text,utterance,question,review,comment,document,abstract,summary,message,tweet,news,' +
    'inhalt,titel,überschrift,beschreibung,satz,nachricht,kommentar,beitrag,rezension,frage,' +
    'texte,contenu,titre,phrase,avis,commentaire,résumé,texto,contenido,título,titulo,comentario,mensaje,frase,reseña,resumen,pregunta,' +
    '文本,内容,內容,标题,標題,正文,摘要,评论,評論,句子,留言,短信,微博,问题,問題',
);

/** Names of the column that names parts. */
export const SPLIT_NAMES = words(
  'split,set,partition,subset,fold,usage,teil,jeu,conjunto,划分,数据集',
);

/** Names of the column of ids. */
export const ID_NAMES = words('id,uid,guid,uuid,编号,序号,編號,序號');

const OTHER_NAMES = words(
  'index,idx,nr,no,url,link,date,datum,fecha,time,timestamp,日期,时间,時間',
);
const ID_WORDS = words('id,ids,uid,guid,uuid');
const ASIDE_WORDS = words('url,link,date,time,timestamp,name,username,user,author,location');
const LABEL_WORDS = words('label,class,category,sentiment,topic,target,polarity,rating,stars');

/** A name as it is compared: `tweet_id`, `TweetId` and `Tweet id (old)` are told by the same words. */
export function plainName(name: string): string {
  return name
    .replace(/\([^()]*\)/g, ' ')
    .replace(/(\p{Ll})(?=\p{Lu})/gu, '$1 ')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** Whether a plain name is that of an id, such as `tweet id`. */
export function isIdName(name: string): boolean {
  return ID_NAMES.has(name) || ID_WORDS.has(lastWord(name));
}

/** Whether a plain name says of its column that it is neither label nor text. */
export function isAsideName(name: string): boolean {
  if (TEXT_NAMES.has(name)) return false;
  if (SPLIT_NAMES.has(name) || OTHER_NAMES.has(name) || /^unnamed( \d+)*$/.test(name)) return true;
  return isIdName(name) || ASIDE_WORDS.has(lastWord(name));
}

/** Whether a plain name ends in a label's, such as `airline sentiment`. */
export function endsAsLabel(name: string): boolean {
  return LABEL_WORDS.has(lastWord(name));
}

/** Whether a plain name ends in a text's, such as `customer comment`. */
export function endsAsText(name: string): boolean {
  return TEXT_NAMES.has(lastWord(name));
}

/** Whether a plain name is one that hardly is a value: a sure label's, a text's or an id's. */
export function isKnownName(name: string): boolean {
  return isSureLabelName(name) || TEXT_NAMES.has(name) || ID_NAMES.has(name);
}

/** Whether a plain name can be nothing but a label's. */
export function isSureLabelName(name: string): boolean {
  const [sure, likely] = LABEL_NAMES;
  return sure.has(name) || likely.has(name);
}

function lastWord(name: string): string {
  return name.split(' ').at(-1) ?? '';
}
