"""The words that tell a person from a post and an organisation in papers of English partnerships."""

INSTITUTION_WORDS = frozenset(
    """council councils borough county district city town parish unitary metropolitan combined police policing
    constabulary fire rescue authority authorities brigade service services nhs trust foundation clinical
    commissioning commissioner commissioners group groups board boards partnership partnerships probation
    community communities company co ltd limited plc cic rehabilitation office officer officers crime criminal
    director directors directorate head heads manager managers management chief executive assistant deputy lead
    leader leaders chair chairs chairman chairperson vice member members membership representative representatives
    rep housing homes home health healthy healthcare public safety safe safer safeguarding children childrens
    children's adult adults family families care caring social education educational school schools college
    university academy youth offending offender offenders justice court courts magistrates magistrate bench
    voluntary sector association society charity network forum committee centre regeneration neighbourhood
    neighbourhoods engagement environment environmental command prevention operations operational nursing quality
    customer support development strategy strategic performance research democratic legal finance financial
    business corporate solicitor secretary clerk analyst analytical coordinator co-ordinator ordinator adviser
    advisor consultant specialist practitioner nurse superintendent inspector sergeant constable commander
    portfolio holder cabinet elected independent interim acting principal senior programme project team teams unit
    division department area regional region national local victim victims witness domestic abuse violence drug
    drugs alcohol substance misuse recovery mental hospital hospitals healthwatch citizens advice bureau jobcentre
    work pensions ministry prison prisons governor nps crc icb ccg pcc opcc mbc hmp hmpps valley place people
    licensing trading standards planning transport highways leisure culture libraries economic growth economy
    skills employment inclusion equality diversity communications media press monitoring audit governance policy
    partner partners stakeholder emergency resilience ambulance integrated system systems provider providers
    trustee trustees tenant tenants pastors resident residents observer guest minutes minute taker administrator
    admin administration apprentice trainee graduate student vacant vacancy apologies substitute officer's
    commissioner's chief's and of for the to in on upon tbc confirmed named exploitation intelligence
    counter-terrorism terrorism anti-social behaviour enforcement cohesion integration wellbeing well-being help
    intervention inspectorate foster fostering agency agencies group's property estates registrar coroner
    archdeacon chaplain delivery innovation transformation improvement outcomes enterprise chamber commerce
    industry british railway railways railtrack immigration border learning lifelong armed forces military veteran
    veterans refugee asylum migration women womens women's refuge race diocese cathedral mosque disability
    disabled carers carer age concern services' hub zone wards locality localities technical data digital
    information technology procurement contracts commercial insurance risk compliance complaints""".split()
)

ROLE_WORDS = frozenset(
    """director directors head manager managers officer officers chair chairs chairman chairperson chairwoman
    vice-chair vice-chairman chief superintendent inspector sergeant constable commissioner lead leader
    coordinator co-ordinator representative representatives member members councillor cllr portfolio secretary
    clerk solicitor executive analyst consultant specialist adviser advisor commander governor principal nurse
    practitioner worker administrator assistant deputy treasurer registrar magistrate judge headteacher trustee
    interim acting strategic partner president convenor supt insp presenter facilitator provider all""".split()
)

ORGANISATION_WORDS = frozenset(
    """council police constabulary authority brigade nhs trust ccg icb crc nps pcc opcc service services company co
    ltd limited group board partnership association society charity court university college school healthwatch
    office bureau federation foundation ministry forum network hub mind agency hmpps hmp cvs dwp hbc""".split()
)

TITLE_OF_A_PAPER_WORDS = frozenset(
    """update updates plan plans strategy report reports presentation review action actions minutes performance audit
    verbal progress scheme terms reference agenda assessment annual quarter quarterly draft final proposals
    proposal consultation budget funding overview summary issues priorities discussion item items business
    apologies declarations interest refresh membership summit bid order protocol policy framework dashboard risk
    register log timetable briefing findings outcome outcomes profile campaign project pilot training survey
    statement events event""".split()
)

GIVEN_NAMES = frozenset(
    """aaron abbie abdul abigail adam adele adrian afzal agnes ahmed aidan aisha akram alan alastair albert alec alex
    alexa alexander alexandra alf alfie alfred ali alice alicia alison alistair allan allison alma alun amanda
    amber amina amir amit amy ana andre andrea andrew andy angela angie angus anil anita ann anna annabel anne
    annette annie anthony antonia antony anya april arthur asha ashley asif audrey barbara barry beatrice becky
    belinda ben benjamin bernadette bernard bert beth bethan bethany betty bev beverley bill billy bob bobby
    bradley brenda brendan brian bridget bruce bryan bryony callum cameron carl carla carly carmel carol carole
    caroline caron carolyn carrie catherine cath cathy catriona ceri charles charlie charlotte cheryl chloe chris
    christian christina christine christopher ciara claire clare clifford clive colette colin connor conor craig
    cynthia daisy damian damien dan daniel danielle danny daphne darren dave david dawn dean deb debbie deborah
    debra deepak denis denise dennis derek des desmond diana diane dick dominic don donald donna doreen dorothy
    doug douglas duncan dylan ed eddie edith edmund edward edwin eileen elaine eleanor eli elizabeth ella ellen
    ellie elliot emily emma eric erica erin esther ethan eva evan eve evelyn faith farah fatima fay faye felicity
    fiona florence fran frances francesca francis frank fraser fred freda freddie frederick gail gareth garry gary
    gavin gayle gemma geoff geoffrey george georgia georgina gerald geraldine gerard gerry gill gillian gilly gina
    ginny glen glenda glenn gloria glyn glynis gordon grace graeme graham grant greg gregory guy gwen hamid hannah
    hanna harjit harriet harriett harry harvey hassan hayley hazel heather heidi helen helena henrietta henry
    hilary hilda holly howard hugh huw iain ian ibrahim imogen imran ingrid irene iris irfan isaac isabel isabelle
    isla isobel ivan ivor jack jackie jacob jacqueline jacqui jade jaime jake james jamie jan jane janet janette
    janice janine jason jasmine jasmin javed jay jayne jean jeanette jeanne jeff jeffrey jemma jennie jennifer
    jenny jeremy jerry jess jessica jill jim jimmy jo joan joanna joanne jodie joe joel john johnny jon jonathan
    jordan joseph josephine josh joshua joy joyce juan judith judy jules julia julian julie juliet june justin
    kamal karen karim karl karin kate katherine kathleen kathryn kathy katie katrina katy kay kaye keeley keir
    keith kelly ken kenneth kenny kerry kevin khalid kim kimberley kirsty kris krishna kulwinder kurt kyle lana
    lara laura lauren laurence lawrence leah leanne lee leigh len leon leonard lesley leslie lewis liam libby
    lillian lily linda lindsay lindsey lisa liz liza lloyd lois lorna lorraine louis louise lucinda lucy luke
    lydia lyn lynda lynn lynne lynsey mabel madeleine maggie maggi mahmood malcolm mandy manjit marc marcia marcus
    margaret margot maria marian marie marilyn marina mario marion marjorie mark martha martin martine martyn mary
    matt matthew maureen maurice mavis max maxine may megan mehmet mel melanie melissa meera mick michael michaela
    michele michelle mike mildred miles millie mina miriam mo mohamed mohammad mohammed moira molly monica morag
    muhammad muriel myra nadia nadine naomi nasreen natalie natasha nathan nazia neal neil nell neville niall
    nicholas nick nicky nicola nicole nigel nina noel noor nora norma norman nuala oliver olive olivia omar oscar
    owen paddy pam pamela pat patricia patrick paul paula pauline pavel pearl peggy penny pete peter petra phil
    philip philippa phillip phoebe polly priya prue rachael rachel rachelle raj rajesh ralph ramesh rashid ravi
    ray raymond rebecca reg regina rehana rhian rhiannon rhona rhys ria richard rick ricky rita rob robert roberta
    robin rod roderick rodney roger roland ron ronald roni ronnie rory ros rosalind rose rosemary rosie ross rowan
    rowena roy ruby rukhsana rupert russell ruth ryan sabina sadie saima sajid sally sam samantha samina samuel
    sandra sandy sanjay sara sarah saul scott sean seema shabana shabir shah shahid shane shannon sharon shaun
    shazia sheena sheila shelagh shelley sheree sherry shirley shona sian sid sidney silvia simon simone sinead
    sofia sonia sophia sophie stacey stan stanley stella steph stephanie stephen steve steven stewart stuart sue
    sunil sunita susan susanna susannah susie suzanne sylvia tahir tamara tamsin tanya tara tariq ted teresa
    terence terri terry tess thea thelma theresa thomas tiffany tim timothy tina toby tom tommy toni tony tracey
    tracy trevor tricia trish trudy tyler una ursula usha val valerie vanessa vera verity veronica vic vicki vicky
    victor victoria vijay vikki vince vincent viv vivien vivienne wayne wendy will william willie winifred yasmin
    yasmine yusuf yvette yvonne zahra zara zena zoe""".split()
)
