/** Words for ordinances that do not say what they must, or say it twice. */
import type { PolicyFault } from '../model/finding.ts';
import { listed, meant, quoted, type Said, type Speech, say, type Words } from './speech.ts';

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
  'policy/unknown-rule': ({ named, among, nearest }) =>
    among === 'duties'
      ? say(
          [`duties 中没有编号为${quoted(named)}的任务。`, `${meant(nearest).zh}请改正编号，或在 duties 中补上这项任务。`],
          [`There is no duty ${quoted(named)}.`, `${meant(nearest).en}Correct the id, or add the duty under \`duties\`.`],
        )
      : say(
          [`rules 和 duties 中都没有编号为${quoted(named)}的一项。`, `${meant(nearest).zh}请改正编号。`],
          [`There is no rule or duty ${quoted(named)}.`, `${meant(nearest).en}Correct the id.`],
        ),
  'policy/unknown-value': ({ attribute, found, known, nearest }) => {
    return known.length === 0
      ? say(
          [`${quoted(attribute)}是一个数字，${quoted(found)}不是。`, '请写数字；要写范围，请用 at_least、at_most、above、below。'],
          [`${quoted(attribute)} is a number, and ${quoted(found)} is none.`, 'Write a number, or a range with at_least, at_most, above or below.'],
        )
      : say(
          [
            `${quoted(attribute)}不会是${quoted(found)}。`,
            `${meant(nearest).zh}可以写：${listed(known, 20).zh}。体裁、类别、差错类型和数据名称列在 words 中。`,
          ],
          [
            `${quoted(attribute)} is never ${quoted(found)}.`,
            `${meant(nearest).en}There are: ${listed(known, 20).en}. Forms, categories, kinds of incident and figures are listed under \`words\`.`,
          ],
        );
  },
  'policy/not-a-number': ({ attribute }) =>
    say(
      [`${quoted(attribute)}不是数字，不能比较大小、分档或相乘。`, '请换一个数字属性；按文字取值请用 table。'],
      [`${quoted(attribute)} is no number: it has no bounds, bands or multiples.`, 'Name an attribute that is a number; use `table` for words.'],
    ),
  'policy/never-applies': ({ attribute, reason }) => (attribute === null ? NEVER_APPLIES[reason] : neverHas(attribute)),
  'policy/same-fact-twice': ({ rule, other }) =>
    say(
      [
        `规则 ${rule} 和 ${other} 会对同一事实各计一次分，办法没有写明怎样合并。`,
        '请归入同一 pool 并在 pools 中写明合并办法（累加也要写明 combine: sum），或把条件写得互不重叠。',
      ],
      [
        `The rules ${rule} and ${other} both give points for the same fact, and nothing says how they combine.`,
        'Put both into one pool and say how under `pools` (`combine: sum` if they add up), or word the conditions so that they do not overlap.',
      ],
    ),
  'policy/table-gap': ({ attribute, missing }) =>
    say(
      [`按${quoted(attribute)}的表中缺少：${listed(missing, 10).zh}。`, '没有列出的不给分。请补上，或用 otherwise 写明其余怎么算。'],
      [
        `The table by ${quoted(attribute)} lacks ${listed(missing, 10).en}.`,
        'What is not listed gives nothing. Add it, or say with `otherwise` what holds for the rest.',
      ],
    ),
  'policy/band-gap': ({ attribute, above }) =>
    say(
      [`最后一档只到 ${above}，${quoted(attribute)}更大时没有着落。`, '请再加一档不写 up_to 的，或在 where 中写明上限。'],
      [
        `The last band ends at ${above}, and nothing says what holds beyond.`,
        `Add a band without \`up_to\`, or bound ${quoted(attribute)} in \`where\`.`,
      ],
    ),
  'policy/out-of-order': ({ value }) =>
    say(
      [`各档没有自低到高排列：${value === null ? '这一档之后不会再有' : `${value} 不大于前一档`}。`, '请自低到高排列；不写 up_to 的一档放在最后。'],
      [
        `The bands do not ascend: ${value === null ? 'nothing can come after this one' : `${value} is not more than the one before`}.`,
        'Write the lowest first; a band without `up_to` stands last.',
      ],
    ),
  'policy/bounds-crossed': ({ least, most }) =>
    say([`最低 ${least} 大于最高 ${most}。`, '请核对两个数字。'], [`The least, ${least}, is more than the most, ${most}.`, 'Check both numbers.']),
  'policy/class-without-points': ({ class: name }) =>
    say(
      [`没有规则给${quoted(name)}这一级媒体计分。`, '请在 rules 中写明它得几分；不计分的媒体不必列为一级。'],
      [`No rule gives anything for outlets of the class ${quoted(name)}.`, 'Say in a rule what it gives; outlets that give nothing need no class.'],
    ),
  'policy/shortfall-earns': ({ points }) =>
    say(
      [`没有完成任务反而得 ${points} 分。`, `扣分请写负数：-${points}。`],
      [`A shortfall earns ${points}.`, `Write a deduction as a negative number: -${points}.`],
    ),
  'policy/nothing-bars': () =>
    say(
      ['这里不算失去资格的单位，但办法里没有什么使单位失去资格。', '请在 eligibility 或后果的 bars 里写明；没有这样的规定，就去掉 unless_barred。'],
      [
        'The barred take no part here, but nothing in the ordinance bars anybody.',
        'Say what bars under `eligibility`, or by `bars` of a consequence; where nothing does, delete unless_barred.',
      ],
    ),
  'policy/no-such-unit': ({ what, named, nearest }) =>
    what === 'unit'
      ? say(
          [`data/units.yaml 中没有全称为${quoted(named)}的单位。`, `${meant(nearest).zh}请写单位全称，或先登记这个单位。`],
          [`No unit in data/units.yaml has the full name ${quoted(named)}.`, `${meant(nearest).en}Write the full name, or register the unit.`],
        )
      : say(
          [`data/units.yaml 中没有类别为${quoted(named)}的单位。`, `${meant(nearest).zh}请改正类别，或登记这类单位。`],
          [`No unit in data/units.yaml is of the class ${quoted(named)}.`, `${meant(nearest).en}Correct the class, or register such units.`],
        ),
  'policy/owed-by-nobody': ({ duty }) =>
    say(
      [`任务${quoted(duty)}没有单位承担：登记的考核对象都不符合 each。`, '请核对单位类别和名称。'],
      [
        `Nobody owes the duty ${quoted(duty)}: none of the registered units that are assessed meets \`each\`.`,
        'Check the classes and names of units.',
      ],
    ),
  'policy/days-without': ({ from, to, before }) =>
    say(
      [`${from} 至 ${to} 没有办法可依：${before} 已经失效，本办法尚未施行。`, '请核对施行和失效日期；这些天的事实不计分。'],
      [
        `No ordinance holds from ${from} to ${to}: ${before} has ended and this one has not begun.`,
        'Check the days; what happens on them gives nothing.',
      ],
    ),
  'policy/days-with-two': ({ other, from, to }) =>
    say(
      [
        `${from} 至 ${to} 与办法 ${other} 同时施行；这些天按本办法计。`,
        `请核对日期；如果 ${other} 已被代替，请改正它的失效日期；如果两个办法各管各的单位，请写明 beside。`,
      ],
      [
        `From ${from} to ${to} the ordinance ${other} is in force too; this one is applied.`,
        `Check the days: correct the last day of ${other} if this one takes its place, or say \`beside\` if each has its own subjects.`,
      ],
    ),
};

const neverHas = (attribute: string): Said<Words> =>
  say(
    [`这里所说的事实没有${quoted(attribute)}这个属性，条件永远不会满足。`, '请核对计分对象（for）和条件。'],
    [`What is looked at here never has ${quoted(attribute)}, so the condition never holds.`, 'Check what the rule is for, and its condition.'],
  );

type Never = Extract<PolicyFault, { code: 'policy/never-applies' }>['reason'];

const NEVER_APPLIES: Readonly<Record<Never, Said<Words>>> = {
  conditions: say(
    ['条件互相排斥，永远不会满足。', '请核对 where 和 unless；满足其一即可的条件请写成列表。'],
    ['The conditions exclude each other and never hold.', 'Check `where` and `unless`; conditions of which one is enough are written as a list.'],
  ),
  'earlier-class': say(
    ['这一级的媒体全部先归入了前面的级别，这一级永远没有媒体。', '请把条件较窄的一级写在前面，或写明除外。'],
    [
      'All outlets of this class belong to an earlier class, so it never has any.',
      'Put the narrower class first, or word the conditions so that they do not overlap.',
    ],
  ),
  with: say(
    ['要求同一稿件另有的事实不可能出现。', '上报数据不属于任何稿件；with 与 without 也不能互相排斥。'],
    ['The other fact that the item must have can never be there.', 'Figures belong to no item, and `with` must not be what `without` excludes.'],
  ),
  without: say(
    ['without 排除的正是本规则所计的事实，规则永远不会适用。', '请把要排除的事实写得更窄。'],
    ['`without` excludes the very facts that the rule is for, so it never applies.', 'Word what is excluded more narrowly.'],
  ),
};
