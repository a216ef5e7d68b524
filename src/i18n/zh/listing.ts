// Simplified Chinese: the settings as a program.
import type { listing as english } from '../en/listing';

/** Words of the settings as code. */
export const listing: typeof english = {
  title: '写成代码',
  intro: '把上面的设置写成一段做同样事情的程序，只有几页长。设置一改，它就跟着变。',
  framework: '框架',
  names: { keras: 'Keras', pytorch: 'PyTorch' },
  label: (name) => `${name} 程序`,
  copy: '复制',
  copied: '已复制',
  marked: '已选中：请用键盘复制',
  save: '下载为 .py 文件',
  rows: '下载处理好的数据（prepared.csv）',
  columns: {
    words:
      '文件里除了文本，还有训练实际读到的词，因为词干、停用词、数字和浏览器切出的词无法用一个模式得到。',
    tags: '文件里还有每篇文本的词性。',
  },
  howTo: (file) => `把 prepared.csv 放在它旁边，然后运行：python ${file}`,
  needs: {
    keras: '需要 Keras 3 及其任意一个后端，还有 NumPy。',
    pytorch: '只需要 PyTorch。',
  },
  waiting: '请先载入数据集：程序里要写出它的类别。',
  refused: '这些设置互相矛盾；改好之后程序才会出现。',
};
