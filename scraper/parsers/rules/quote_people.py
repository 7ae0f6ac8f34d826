"""Words of names: titles, roles, particles, organisations, and given names by gender.

Sources: titles after the honorifics of ISO 20614's examples and the style guides of Reuters and
The Guardian; roles after the Occupations of schema.org and what bylines print; given names are
the commonest of the United States Social Security Administration's yearly lists (public domain)
since 1950, with the commonest of the other countries' statistical offices.
"""

TITLES = frozenset(
    "dr dr. prof prof. professor mr mr. mrs mrs. ms ms. miss mx mx. sir dame lord lady rev rev. revd reverend hon hon. "
    "officer senator president minister councillor cllr judge justice captain capt. sgt sgt. sergeant detective det. chief "
    "coach king queen prince princess pope father sister brother rabbi imam general gen. gen colonel col. col lt lt. lieutenant "
    "sheriff deputy governor gov. gov mayor rep. rep sen. sen congressman congresswoman congressmember secretary ambassador chancellor "
    "herr frau dr.-ing. madame mme m. mlle monsieur señor señora don doña sr. sra. signor signora pan pani dhr. mevr. mw. "
    "bürgermeister bürgermeisterin ministerin kanzler kanzlerin sprecher sprecherin professorin md doktor burmistrz prezydent "
    "directora director alcalde alcaldesa ministro ministra maire ministre l’architecte architecte mayoress saint st. st".split()
)

ROLES = frozenset(
    "accountant actor actress adviser advisor agent agronomist analyst architect artist assistant associate astronomer attorney author "
    "auctioneer baker banker biologist builder buyer ceo cfo cto coo cmo chair chairman chairperson chairwoman champion chef "
    "chemist clerk climatologist clinician co-author co-founder cofounder coach columnist comedian commander commissioner "
    "composer conductor consultant coordinator counsel counselor critic curator dean dermatologist designer developer "
    "dietician dietitian diplomat director doctor driver ecologist economist editor educator engineer entrepreneur "
    "executive expert farmer filmmaker firefighter fisherman founder gardener geologist governor guide head historian host "
    "inspector instructor investigator investor journalist judge keeper landlord lawmaker lawyer leader lecturer librarian "
    "maire manager mathematician mayor mechanic meteorologist minister mechanic musician neighbor neighbour neurologist nurse "
    "nutritionist officer official operator organizer organiser owner painter partner pastor pediatrician photographer physicist "
    "physician physiotherapist pilot planner player poet policeman premier president pressman principal producer professor "
    "programmer psychiatrist psychologist publisher rector registrar reporter representative researcher resident sailor "
    "scholar scientist secretary senator sergeant shopkeeper singer sister skipper sociologist soldier solicitor specialist "
    "spokesman spokesperson spokeswoman strategist student superintendent supervisor surgeon teacher technician therapist "
    "trader trainer treasurer trustee tutor veteran vice-president veterinarian vice-chancellor volunteer vp worker writer "
    "svp evp senior lead global regional deputy former acting interim".split()
)

PARTICLES = frozenset(
    "de da do dos das del della di la le van von der den ter ten zu zur af av el al bin ibn ben abu y e du des dela st. of".split()
)
NAME_PARTICLES = frozenset(
    "de da do dos das del della di la le van von der den ter ten zu af av el al bin ibn ben y du des".split()
)

ORGANISATIONS = frozenset(
    "academy administration agency airlines airport alliance army association authority bank board brewery bureau cabinet center centers "
    "centre chamber charity church club co coalition college commission committee company congress consortium corp corporation "
    "council court department division embassy enterprises federation foundation fund gmbh group herald holdings hospital house inc "
    "industries initiative inspectorate institute institution journal lab laboratories laboratory league library limited llc ltd magazine media "
    "medicine ministry moving movers museum news network office organisation organization parliament partners partnership police post press "
    "program programme research review school schools senate service services society solutions state systems team times trust "
    "union united university watch".split()
)

NOT_NAMES = frozenset(
    "a an the this that these those he she they it we you i his her their its our my your who what when where why how if as and but or nor so "
    "yet for in on at by to from of with without after before during since until while although though because however therefore "
    "moreover meanwhile also then there here one two three four five six seven eight nine ten first second third last next another other others "
    "many most some all both each every any few several such no not yes now today yesterday tomorrow monday tuesday wednesday thursday "
    "friday saturday sunday january february march april may june july august september october november december according asked "
    "according despite instead even still just only once like unlike about over under between among through according per via plus maybe perhaps "
    "let don’t don't can could would will shall should may might must do does did is are was were be been has have had "
    "said says again indeed finally additionally furthermore overall ultimately image photo source read more click related "
    "myth fact tip step q a note see figure table chapter section page part english french german spanish american british european "
    "these make get use try start keep take think add look want need whether either neither together".split()
)
"""Capitalised at the start of a sentence, and no name there."""

MALE = frozenset(
    "james john robert michael david william richard joseph thomas charles christopher daniel matthew anthony mark donald steven steve paul andrew "
    "joshua kenneth ken kevin brian george timothy tim ronald ron edward jason jeffrey jeff ryan jacob gary nicholas nick eric jonathan stephen larry "
    "justin scott brandon benjamin ben samuel sam gregory greg alexander alex patrick frank raymond jack dennis jerry tyler aaron jose adam nathan "
    "henry douglas doug zachary peter kyle noah ethan jeremy walter christian keith roger terry austin sean gerald carl harold dylan arthur lawrence "
    "jordan jesse bryan billy bruce gabriel joe logan alan juan albert willie elijah wayne randy vincent mason roy ralph bobby russell bradley philip "
    "eugene dan jim tom bob mike bill chris matt tony fred martin simon ian graham stuart neil colin nigel hans klaus jürgen wolfgang stefan andreas "
    "jonas lukas pierre jean michel philippe alain jacques françois luc antoine samir carlos luis miguel javier antonio manuel pedro pablo diego jorge "
    "marco giovanni giuseppe luca andrea mario francesco paolo joão pedro paulo tiago jan piet pieter kees willem marek piotr andrzej tomasz krzysztof "
    "ivan sergei alexei dmitri vladimir mikhail nikolai igor oleg mohamed mohammed muhammad ahmed ali omar hassan ibrahim raj amit rahul sanjay vijay "
    "hiroshi kenji takashi wei ming jun glenn tomas marcus oliver femi thabo kwame glen evan lee leo max oscar dean craig todd derek travis chad phil "
    "darren dave steven shawn shaun jared brett brad craig derrick marvin leonard stanley curtis allen allan calvin clarence ernest earl louis louie howard "
    "herbert harvey harry hugh hugo harrison grant gordon geoffrey geoff gavin freddie felix everett evan ellis edgar edwin eddie earnest duncan duane dwight "
    "dominic dominik don doug dale cory corey cody clayton clark clifford chester cecil cameron calum caleb bruno boris blake bernard barry barney austin "
    "arnold archie angus alvin alec adrian abraham aidan akira alberto alessandro alfonso alfred ángel anders andrzej ankit anil anthony arjun armando arun "
    "ashok bjorn björn caio callan callum chandra cheng claudio claude clement damian damien dario deepak denis dieter dmitry eduardo emilio emmanuel enrique erik "
    "ernesto esteban fabian fabio federico felipe fernando filip florian franck frederic frédéric friedrich gaurav gerhard gianni gilles giorgio guillaume guillermo "
    "günter gustav gustavo hamid heinrich heinz helmut henrik henri herman hernan horst hussein ignacio imran ismail ivo jaime jakob jamal jan-peter javid "
    "jens joachim joel johan johann johannes jörg josef josh julian julien julius jürg kai karim karl khalid kofi kurt laurent leon leonardo levi liam lionel lorenzo "
    "ludwig luigi lukasz maciej magnus malcolm malik manfred marc marcel marcin mario markus mathieu mats matteo matthias matthieu maurice mauricio max mehmet michal "
    "mitchell mohammad morgan moritz mustafa naveen neal nicolas niels nils norbert norman olaf olivier omar osman otto owen pascal pat patrice pavel per perry pieter-jan "
    "prakash quentin rafael rahim rajesh rakesh ramesh ramon raúl reinhard rené ricardo riccardo rich richie rick rob robbie roberto rodrigo roland roman rory ross "
    "rudolf rupert russ salvador samuel santiago satoshi saul sebastian sebastián serge sergio seth shane sidney silvio simone spencer stan stefano sven syed ted theo "
    "theodore thierry thom thorsten tim timo tobias todd tommy toshi uwe valentin victor viktor vikram vito warren werner wesley wilhelm will winston wolf xavier yannick yusuf zach zack zane ziad".split()
)
FEMALE = frozenset(
    "mary patricia jennifer linda elizabeth barbara susan jessica sarah karen lisa nancy betty sandra margaret ashley kimberly kim emily donna michelle "
    "carol amanda melissa deborah stephanie rebecca sharon laura cynthia dorothy amy kathleen angela shirley emma brenda pamela nicole anna samantha "
    "katherine christine helen debra rachel carolyn janet maria catherine heather diane olivia julie joyce victoria ruth virginia lauren kelly christina "
    "joan evelyn judith andrea hannah megan cheryl jacqueline martha madison teresa gloria sara janice ann kathryn abigail sophia frances jean alice judy "
    "isabella julia grace amber denise danielle marilyn beverly charlotte natalie theresa diana brittany doris kayla alexis lori marie jane kate katie "
    "sue ellen anne claire lucy fiona gillian alison hazel heidi ursula petra sabine claudia ingrid greta katrin monika élodie odile sophie camille "
    "isabelle nathalie sylvie brigitte françoise carmen lucía pilar rosa marta elena ana amaia giulia francesca chiara paola joana inês beatriz fernanda "
    "mariana karin anneli astrid sigrid agnieszka katarzyna małgorzata ewa anna olga natalia tatiana irina svetlana fatima aisha leila priya anita sunita "
    "neha yuki yumi sakura mei ling li edith clara keri sylvia nina stacy tracy wendy holly robin jill carla ines dana lena erin shannon molly paige brooke "
    "jenny jen becky beth liz maggie meg nora zoe chloe ella lily mia ava tara tina gina leah naomi miriam esther ruby rosie joanna joanne suzanne "
    "erica erika carrie caroline carolina casey cassandra cassie cecilia celeste celia charlene chelsea cheryl chiara christa christiane christie cindy clarissa colleen connie "
    "constance cora courtney cristina daisy daniela daphne darlene dawn deanna debbie delia désirée diana dina dolores dora doreen eileen elaine eleanor elisa elise eliza "
    "ella ellie elsa emilia emilie emmanuelle erna estelle esther eugenia eva evangeline eve faith farah fay felicia florence fran francine frieda gail gabriela gabrielle "
    "geneviève georgia geraldine gertrude gianna gilda giovanna giselle gladys glenda gretchen gwen gwendolyn hanna harriet hedwig heike helena helene henrietta hilary hilda hope "
    "ida imani ingrid irene iris irma isabel isabella ivana ivy jackie jacquelyn jana jasmine jeanette jeanne jeannie jenna jennie jessie jo joanna jocelyn jodi johanna josefina "
    "josephine joy juanita juliana juliet julianne june justine kara karla kathy katja katy kay kayla keisha kelli kelsey kerry kerstin kirsten kristen kristin kristina kristine "
    "kristy krista lara latoya laurie leigh lena leslie letícia lidia lillian lina linda lindsay lindsey liliana lise lisbeth liza lois lola loretta lorna lorraine louisa louise luana "
    "luciana lucille luisa luise lydia lynn lynne mabel madeleine madeline magda magdalena maja malia mandy manuela mara marcella marcia margarita margherita margot marguerite "
    "mariam marianne marika marion marjorie marlene marta martina maryam mathilde matilda maureen maxine maya melanie melinda mercedes meredith meryl michaela mila mildred "
    "mindy mirjam monica monique muriel myra nadia nadine naomi nathalie nell nellie nicola nicolette noémie noor norma octavia odette olive oksana olena pam pat patrice patsy paula "
    "pauline pearl peggy penelope penny phoebe phyllis polly priscilla rachael ramona randi rani raquel renata renée rhonda rita roberta rochelle romy rosa rosalind rosemary roxanne "
    "sabrina sally samira sandy sasha selena serena shanna shari sheila shelby shelley sherry shirin silke silvia simone simona sofia solange sonia sonja stacey stella stéphanie "
    "susana susanna susanne suzie svenja sybil sylvia tabitha tamara tania tanya tatjana taylor terri thelma tiffany toni tracey tricia trudy ulrike una ute valentina valeria valerie "
    "vanessa vera verena veronica véronique vicki vicky vivian viviana wanda whitney wilma winifred xiomara yasmin yesenia yolanda yvette yvonne zara zoë".split()
)
PRONOUNS = {
    "he": "m",
    "him": "m",
    "his": "m",
    "she": "f",
    "her": "f",
    "they": "p",
    "it": "o",
    "we": "s",
    "i": "s",
    "er": "m",
    "sie": "f",
    "il": "m",
    "elle": "f",
    "ils": "p",
    "elles": "p",
    "él": "m",
    "ella": "f",
    "lui": "m",
    "lei": "f",
    "ele": "m",
    "ela": "f",
    "hij": "m",
    "zij": "f",
    "ze": "f",
    "on": "m",
    "ona": "f",
    "он": "m",
    "она": "f",
    "他": "m",
    "她": "f",
    "彼": "m",
    "彼女": "f",
}
"""Pronoun to gender: m, f, p (plural), o (thing), s (speaker themselves)."""

TEXTS_OF = frozenset(
    "report study survey statement letter website site release paper complaint document lawsuit suit guidelines guide "
    "article announcement review analysis statement email e-mail memo memorandum press post account page brochure filing".split()
)
"""Writings that an organisation or person speaks through."""

DESCRIPTORS = frozenset(
    "source tester spokesman spokesperson spokeswoman resident neighbor neighbour official researcher researchers author authors "
    "worker employee customer user reviewer reader client patient student parent witness driver owner conductor company agency "
    "group organisation organization department government council team firm brand school university ministry minister "
    "mayor police report study survey website statement judge court doctor expert experts analyst scientist scientists".split()
)
