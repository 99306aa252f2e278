/** Words for ordinances that do not say what they must, or say it twice. */
import type { PolicyFault } from '../model/finding.ts';
import { listed, meant, quoted, type Speech, say } from './speech.ts';

export const policyWords: Speech<PolicyFault> = {
  'policy/wrong-kind': ({ named, wanted }) =>
    wanted === 'plan'
      ? say(
          [`${quoted(named)}是计分办法,不是宣传工作方案。`, '计分办法请写在 policies 中;plan 只写带有“kind: plan”的文件。'],
          [`${quoted(named)} is an ordinance, not a publicity plan.`, 'Name ordinances under `policies`; `plan` takes a file with `kind: plan`.'],
        )
      : say(
          [`${quoted(named)}是宣传工作方案,不计分。`, '请从 policies 中删去,另写一行 plan。'],
          [`${quoted(named)} is a publicity plan, which gives no points.`, 'Take it out of `policies` and name it under `plan`.'],
        ),
  'policy/unknown-clause': ({ clause, nearest }) =>
    say(
      [`条文中没有${quoted(clause)}这一条款。`, `${meant(nearest).zh}每条规则都要有依据,请改正条款号,或在 clauses 中补上条文原文。`],
      [
        `There is no clause ${quoted(clause)} in the text.`,
        `${meant(nearest).en}Every rule rests on a clause: correct it, or add its wording to \`clauses\`.`,
      ],
    ),
  'policy/unknown-pool': ({ pool, nearest }) =>
    say(
      [`pools 中没有定义${quoted(pool)}。`, `${meant(nearest).zh}请改正名称,或在 pools 中写明它怎样合并计分。`],
      [`The pool ${quoted(pool)} is not defined.`, `${meant(nearest).en}Correct the name, or say under \`pools\` how it is combined.`],
    ),
  'policy/unknown-class': ({ named, nearest }) =>
    say(
      [`outlets 中没有${quoted(named)}这一级媒体。`, `${meant(nearest).zh}请改正级名,或在 outlets 中补上它的条件。`],
      [`There is no class of outlets ${quoted(named)}.`, `${meant(nearest).en}Correct the name, or add its condition under \`outlets\`.`],
    ),
  'policy/unknown-attribute': ({ attribute, nearest, known }) =>
    say(
      [`没有名为${quoted(attribute)}的属性。`, `${meant(nearest).zh}这里可以写:${listed(known, 40).zh}。`],
      [`There is no attribute ${quoted(attribute)}.`, `${meant(nearest).en}These may stand here: ${listed(known, 40).en}.`],
    ),
  'policy/unknown-option': ({ reading, chosen, options }) =>
    say(
      [`对条文的理解 ${reading} 选了${quoted(chosen)},但没有列出这个选项。`, `可选:${listed(options).zh}。`],
      [`The reading ${reading} chooses ${quoted(chosen)}, which is not one of its options.`, `There are: ${listed(options).en}.`],
    ),
  'policy/reading-changes-nothing': ({ reading, option, path }) =>
    say(
      [`对条文的理解 ${reading} 的选项 ${option} 要改${quoted(path)},但办法里没有这一处。`, '请核对路径;选它不会有任何变化。'],
      [
        `Option ${option} of the reading ${reading} sets ${quoted(path)}, which is nowhere in the ordinance.`,
        'Check the path: choosing the option would change nothing.',
      ],
    ),
  'policy/unknown-policy': ({ named, nearest }) =>
    say(
      [`policies/ 下没有名为${quoted(named)}的办法。`, `${meant(nearest).zh}这里写的是文件名(不含 .yaml);如果是新办法,请先把它放进 policies/。`],
      [
        `There is no ordinance ${quoted(named)} under policies/.`,
        `${meant(nearest).en}This is a file name without .yaml; a new ordinance has to be put under policies/ first.`,
      ],
    ),
  'policy/id-is-not-file-name': ({ id, expected }) =>
    say(
      [`办法的编号${quoted(id)}与文件名不同。`, `请把 id 改为 ${expected},或改文件名。`],
      [`The id ${quoted(id)} is not the file name.`, `Change the id to ${expected}, or rename the file.`],
    ),
  'policy/same-start': ({ other, from }) =>
    say(
      [`与办法 ${other} 在同一天(${from})施行,无法判断以哪个为准。`, '请核对施行日期;已废止的办法请从 data/site.yaml 的 policies 中删去。'],
      [
        `The ordinance ${other} comes into force on the same day, ${from}, and nobody can tell which one holds.`,
        'Check the days; take a repealed ordinance out of `policies` in data/site.yaml.',
      ],
    ),
  'policy/outlet-in-two-classes': ({ outlet, classes }) =>
    say(
      [
        `媒体${quoted(outlet)}同时符合 ${classes.length} 级:${listed(classes).zh};现在按${quoted(String(classes[0]))}计。`,
        '请把条件写得互不重叠,或在较高一级写明除外。',
      ],
      [
        `The outlet ${quoted(outlet)} belongs to ${classes.length} classes: ${listed(classes).en}; it is counted as ${quoted(String(classes[0]))}.`,
        'Word the conditions so that they do not overlap.',
      ],
    ),
  'policy/division-without-rounding': () =>
    say(
      ['分数要平分,却没有写明除不尽时怎样取舍。', '请加上 rounding,例如 { places: 2, mode: half-up }(保留两位、四舍五入)。'],
      ['Points are divided, and nothing says how to round what does not come out even.', 'Add `rounding`, for example { places: 2, mode: half-up }.'],
    ),
};
