/** The guides in English. */
import type { Guide, GuideWords } from './guide.ts';

const correspondents: Guide = {
  title: 'For correspondents',
  lead: 'How to file an item, what counts, how points come about, and where to see your own. A browser is enough: you need neither Git nor a program.',
  parts: [
    {
      id: 'file',
      title: 'File an item',
      blocks: [
        {
          text: 'An item is one small file. It lies in the folder of your unit, and its name is the id of the item: lower-case letters, digits and hyphens, usually the day and a few words in pinyin.',
        },
        { links: [['The filing page asks for a few things, checks them, tells the points and hands the file over', 'file/']] },
        { example: 'submission' },
        {
          steps: [
            'Open the repository in the browser and go to `data/submissions/`, the folder of your unit, the folder of the year.',
            'Choose “New file”, give it a name, copy the example above into it, and make it say what you have to say.',
            'When you save, choose “Create a new branch and start a pull request”, and write a sentence about it. Later changes go into the same pull request.',
            'Wait a minute or two for the automatic check. A cross opens to the line that is wrong and how to mend it; with a tick, it is with the reviewer.',
          ],
        },
        {
          text: 'Days are always written `2026-03-05`. Units, people and outlets may be given by full name, by a registered alias or by id; for a wrong one the nearest name is proposed.',
        },
      ],
    },
    {
      id: 'more',
      title: 'What often comes up',
      blocks: [
        {
          text: 'Filed together: write `units` in place of `unit`, the leading one first. What is not for the public says so under `openness`: the site then counts it and never shows its title.',
        },
        { example: 'joint' },
        {
          text: 'Answering a commission: `answers` names it. Where an item was returned, you or the office note when it was returned, filed again and accepted; it still counts on the day it was first filed, unless the ordinance says otherwise.',
        },
        { example: 'answer' },
      ],
    },
    {
      id: 'adopted',
      title: 'It was adopted',
      blocks: [
        {
          text: 'For each outlet that ran it, add a file to the folder of the year under `data/adoptions/`. `on` is the day it appeared, not the day you saw it; where there is an address, give it as `link`.',
        },
        { example: 'adoption' },
        { text: 'An instruction of a leader goes under `data/instructions/`, with level and day.' },
        { example: 'instruction' },
      ],
    },
    {
      id: 'points',
      title: 'How points come about',
      blocks: [
        {
          text: 'Points are given by the ordinance that your organisation has published and by nothing else, one credit at a time, each with its clause. Under the county’s ordinance that comes with the program, the item above gets:',
        },
        {
          points: [
            '8 March, the county’s site runs it: 3 points by clause 四(一)1.',
            '12 May, 人民网 runs it: clause 四(一)5 gives 18. The highest counts for an item, so 15 are added on that day, and the 3 of March stay as they are.',
            '20 May, a leader of the city writes an instruction: 10 more by clause 四(一)6.',
          ],
        },
        {
          text: 'That makes 28. What earned nothing has a credit of 0 as well, with the reason: a better adoption already counted, no approval, not covered by the ordinance, and so on.',
        },
        {
          text: 'For anything to count, the pull request has to be merged, the unit has to be in service on that day, and the outlet has to be registered. If it is not, ask the office to register it first.',
        },
      ],
    },
    {
      id: 'own',
      title: 'See your own',
      blocks: [
        {
          links: [
            ['Units: points, progress of quotas, every credit', 'units/'],
            ['Submissions: by title, unit and month', 'submissions/'],
            ['Calendar: last days of commissions and quotas', 'calendar/'],
            ['Data quality: which files were not read, and how to mend them', 'status/'],
          ],
        },
        {
          text: 'A number looks wrong? Open it and see which record and which clause it rests on; then mend the record, or ask the reviewer in the pull request. On a computer with the program you can also ask:',
        },
        {
          commands: [
            ['npx tongbao check', 'checks all files: what is wrong, where, and how to mend it'],
            ['npx tongbao explain 20260305-feixing-jiancha', 'where the points of this item come from'],
            ['npx tongbao remind --all --unit 基金监管股', 'what your unit still owes, and by when'],
          ],
        },
      ],
    },
  ],
};

const reviewers: Guide = {
  title: 'For reviewers',
  lead: 'Merging is approving. What to look at in a pull request, how to return it, how to let it pass.',
  parts: [
    {
      id: 'request',
      title: 'What a pull request is',
      blocks: [
        {
          text: 'A correspondent hands in a change that waits for approval: red is taken away, green is added. Before it is merged nothing has changed; afterwards it is part of the ledger, and the site follows within minutes.',
        },
        {
          text: '**Who wrote it, who approved it and when is kept by Git**, shown on the page of each item, and cannot be changed later. So never merge for somebody else.',
        },
      ],
    },
    {
      id: 'look',
      title: 'What to look at',
      blocks: [
        {
          points: [
            'The automatic check has a tick. With a cross, let the correspondent mend it first; do not merge.',
            'It touches what it should and nothing else: items of that unit, and not in passing somebody else’s records, the registers, an ordinance or `data/bulletins/`.',
            'It is true, and it may be public; what may not says so under `openness`. A title that was merged in public stands in a public history.',
            'Names, unit, day and form are those of the manuscript. Comprehensive or brief is a matter of several times the points.',
            'An adoption has an address or proof, its day is the day it appeared, and outlet and edition are right.',
            'It is not the same story under another title. If it is, it says so under `same_as`.',
          ],
        },
      ],
    },
    {
      id: 'decide',
      title: 'Pass, return, refuse',
      blocks: [
        {
          steps: [
            'Pass: choose “Merge”.',
            'Return: comment on the line that is wrong and choose “Request changes”. The correspondent mends it in the same pull request, and you are told.',
            'Refuse: say why, and close the pull request. Where a record has to remain, merge it with `rejected` and the day.',
          ],
        },
        {
          text: 'Where the ordinance asks for a chain of approvals, the record may list them under `approvals` (step, by whom, when): the site shows the chain and finds steps that are missing. Without them, merging stands for the whole chain.',
        },
      ],
    },
    {
      id: 'bulletins',
      title: 'Pull requests of bulletins',
      blocks: [
        {
          text: 'Where the change lies in `data/bulletins/`, **merging signs it**: the figures that it publishes never change again. Go through the list in its description, above all commissions that are open, checks that fail, ties, and units that are not ranked.',
        },
        { commands: [['npx tongbao bulletin 2026-03 --dry-run', 'only whether the period may be closed; writes nothing']] },
      ],
    },
  ],
};

const office: Guide = {
  title: 'For the office',
  lead: 'Registers, outlets, commissions, ordinances, closing a period, bulletins, reminders, corrections, verifying. Registers and ordinances change by pull request too.',
  parts: [
    {
      id: 'registers',
      title: 'Register units, people and outlets',
      blocks: [
        {
          text: 'The three registers are a file each. An id never changes once it is in use; when something is renamed, change its `name` and keep the old one under `aliases`, so that earlier records are still understood.',
        },
        { example: 'units' },
        { example: 'people' },
        {
          text: 'The addresses and user names under `git` let the site say who wrote and who approved. Contact details go under `contact`; the office has them for itself, and the site never shows them.',
        },
        { example: 'outlets' },
        {
          text: 'Editions and channels that differ in points are outlets of their own. What is out of use is not deleted: give it `to`. The same goes for a unit that is dissolved, which owes nothing from then on.',
        },
      ],
    },
    {
      id: 'spreadsheets',
      title: 'Bring in the spreadsheet that you have',
      blocks: [
        {
          text: 'A ledger that was kept in Excel comes in as a whole. Register units, people and outlets first. Which column holds what is guessed from the headings and shown; without `--write` nothing is written, and every row is accounted for, what was refused with its cell and reason. Mend it and run it again: nothing comes in twice.',
        },
        {
          commands: [
            ['npx tongbao import ledger.xlsx', 'a trial'],
            ['npx tongbao import ledger.xlsx --write-mapping mapping.yaml', 'where the guess is wrong, store it and mend it'],
            ['npx tongbao import ledger.xlsx --mapping mapping.yaml --report rows.csv --write', 'write, with an account of every row'],
            ['npx tongbao export ledger.xlsx', 'the ledger as a spreadsheet; it holds what is not public'],
          ],
        },
        { text: 'When people change, `npx tongbao codeowners --write` renews `CODEOWNERS`, so that the host asks the right ones.' },
      ],
    },
    {
      id: 'commissions',
      title: 'Commissions, meetings, policies',
      blocks: [
        {
          text: 'A commission from above, a meeting to report on, a policy to carry out: a file each. Without `units` everybody owes it. A commission names its last day; for meetings and policies the ordinance computes it.',
        },
        { example: 'commission' },
        { text: 'An item with `answers: 20260410-jianguan-jingyan` answers it; its day decides whether it came in time.' },
      ],
    },
    {
      id: 'ordinances',
      title: 'Ordinances',
      blocks: [
        {
          text: 'An ordinance is a file under `policies/`, written clause by clause, without programming. Where the text is not clear nobody guesses: it goes under `readings`, and the site says which reading was chosen. `data/site.yaml` lists the ordinances in use.',
        },
        { example: 'site' },
        {
          commands: [
            ['npx tongbao policy new county-2026', 'begins a new one, asking for each part'],
            ['npx tongbao policy show county-2021', 'as tables, to be held against the document on paper'],
            ['npx tongbao policy test county-2021', 'runs its cases: points worked out by hand are those of the program'],
            ['npx tongbao compare --policy county-2021 --policy linyi-2020', 'another ordinance: who goes up, who goes down'],
          ],
        },
        {
          links: [
            ['How to write an ordinance as a file (in Chinese)', 'guide/policies/'],
            ['Laboratory: change points in the page and see who moves', 'lab/'],
          ],
        },
      ],
    },
    {
      id: 'closing',
      title: 'Close a period',
      blocks: [
        {
          steps: [
            'When the period is over, see whether pull requests are waiting, then run the first command below: it lists what is missing.',
            'Without `--dry-run` it writes `data/bulletins/2026-03.yaml`; `propose` also pushes a branch and opens the pull request.',
            'In the pull request, edit the part `document`: number, day, problems, what is asked for next. Leave the figures alone; a changed one does not pass the check.',
            'Merging signs it. The site then has it as a page, DOCX, XLSX, PDF and in the feed.',
          ],
        },
        {
          commands: [
            ['npx tongbao bulletin 2026-03 --dry-run', 'may it be closed'],
            ['npx tongbao bulletin 2026-03', 'makes the bulletin'],
            ['npx tongbao propose', 'all that are due, with their pull requests'],
          ],
        },
        { text: 'Which bulletins there are, their titles, whom they go to and how each sentence reads is in `data/bulletins.yaml`.' },
      ],
    },
    {
      id: 'corrections',
      title: 'Something was wrong after closing',
      blocks: [
        {
          text: 'Mend the record, not the bulletin. Add, change or delete by pull request as always; what was published does not move, and the difference becomes a correction in the next bulletin, with the file and the commit that caused it. The total of the year is right all the same.',
        },
        {
          text: 'A unit that does not agree files an appeal: `npx tongbao new appeal`, with the record, the bulletin, the clause, what is asked and why. The result and its reasons go under `decision`; where it is upheld, correct the records and name them under `changed`, and the next correction names the appeal. Open ones are listed on the page of data quality.',
        },
        {
          text: 'To withdraw a title that should not be public, set the record to `openness: 不公开`. Bulletins on the site stop showing it too, and points stay; the history of the file remains in the repository.',
        },
      ],
    },
    {
      id: 'reminders',
      title: 'Reminders',
      blocks: [
        {
          text: 'Reminders follow from the records: quotas at the half month and at the end, commissions around their last days, items that were returned. What is posted to a group names no title that is not public.',
        },
        {
          commands: [
            ['npx tongbao remind', 'what is to be reminded of now, a text for each unit that can be sent as it is'],
            ['npx tongbao remind --post --remember', 'to a group chat, each reminder once'],
          ],
        },
      ],
    },
    {
      id: 'verify',
      title: 'Verify',
      blocks: [
        {
          text: 'Anybody can compute every bulletin again from the records as Git had them. Each is found identical, corrected (with the list), tampered with, or not verifiable here.',
        },
        { commands: [['npx tongbao verify', 'one bulletin after another']] },
      ],
    },
  ],
};

const readers: Guide = {
  title: 'For readers',
  lead: 'How to read a ranking, what is public and why, where the numbers come from, and how to check them yourself.',
  parts: [
    {
      id: 'ranking',
      title: 'Read a ranking',
      blocks: [
        {
          points: [
            'Look at the period and how it stands first: “as of” some day still moves; one that is over stands firm once its bulletin is signed.',
            'Equal points share a rank, and the next one is skipped. Units that are not ranked have their facts and no place. The arrow compares with the period before.',
            'Filed, adopted and the rate count items; points follow from the ordinance. More adoptions are not always more points: level and form matter.',
            'Deductions stand by themselves and are already in the points. “To date” runs from January to the end of the period.',
          ],
        },
        {
          text: '**Every number can be opened.** From a rank to the credits of the unit, from a credit to the text of its clause and to the item, and on to the file and line in the repository, to who wrote it and who approved it.',
        },
        {
          links: [
            ['Rankings', 'ranking/'],
            ['Ordinances: text beside rule, and which reading was chosen', 'policies/'],
            ['Bulletins', 'bulletins/'],
          ],
        },
      ],
    },
    {
      id: 'public',
      title: 'What is public, and why',
      blocks: [
        {
          points: [
            'Public: title, unit, days, adoptions and points of items that are open; the totals of each unit; ordinances in full; bulletins that were issued.',
            'Counted, not shown: items that are not public or public on request only. No title, author or outlet; they are one in a count and some points in a total.',
            'Never leaves the repository: contact details, notes, opinions of approvers, why something was returned, details of incidents.',
            'How much of a ranking is public, and whether persons are shown, is set by the office in `data/site.yaml`, for everybody to see.',
          ],
        },
        {
          text: 'An item may be withheld and still earn points, so a total may be more than the sum of what you can see; the page says how many more there are.',
        },
      ],
    },
    {
      id: 'source',
      title: 'Where the numbers come from',
      blocks: [
        {
          text: 'Units file, reviewers merge, the program books a credit for each thing under the ordinance, and the site adds them up. Nobody enters a total, so none can disagree with its credits. A record that cannot be read costs nothing but itself, and is listed under data quality.',
        },
        {
          links: [
            ['Open data: CSV, XLSX, JSON and what they hold', 'data/'],
            ['Data quality: records that were not read', 'status/'],
          ],
        },
      ],
    },
    {
      id: 'check',
      title: 'Check for yourself',
      blocks: [
        {
          text: 'The quickest way: take the journal as XLSX, filter a unit and a month, and add up: that is the figure of the ranking. The most thorough: take the repository and compute everything on your own machine.',
        },
        {
          commands: [
            ['npx tongbao standings --period 2026-Q1', 'the ranking of a quarter, computed again'],
            ['npx tongbao verify', 'whether a bulletin was changed after it was issued'],
          ],
        },
      ],
    },
  ],
};

export const en: GuideWords = {
  nav: 'Guide',
  title: 'Guide',
  lead: 'Four kinds of people, a page each. A browser is enough for most of it.',
  contents: 'On this page',
  others: 'Other guides',
  ordinances: [
    'How to write an ordinance as a file',
    'For whoever turns an ordinance into a file, clause by clause: eight steps, an afternoon. In Chinese.',
  ],
  guides: { correspondents, reviewers, office, readers },
};
