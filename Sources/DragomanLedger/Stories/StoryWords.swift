// Made by Scripts/learn-stories.py; not to be edited by hand.

/// How rare the common words of the press are.
enum StoryWords {
    /// The rarity of a word that is not in the table.
    static let unknown: Float = 6.8997

    /// Lines of words with their rarity, the logarithm of the inverse part of texts that hold them, in steps of a
    /// quarter: English stems counted in some four hundred texts, and frequent Russian words.
    static let table = """
        0 and by for in is of on that the this to with
        0.25 all also an are as at be but from has have it more not or was which will а без более будет бы был была
        0.25 были было быть в вас во все всего всех вы год года году для до его ее ей ему если есть еще же за заявил
        0.25 и из или им их к как когда компании компания которая которого которое которой которые который которых
        0.25 лет между млн млрд могут может мы на над нам нас не но о об он она они оно от отметил по под после при
        0.25 рассказал с своих свой сказал словам со сообщил сообщила сообщили та так также те того той только тот
        0.25 тысяч уже через что чтобы эта эти это этого этой этот я
        0.5 about after been can had if into its just new one other our out over said so some than their there they
        0.5 time up we were what when who would year you
        0.75 any before being do even first get he help how includ last like make many may most need no now only
        0.75 people right take them these through two us use want well where while work your
        1 another around back because between both call come could day down during follow going here high his
        1 however know long look made month much my news next off open part re report same see should show since
        1 start still such then those three today under used very way week without world
        1.25 able accord across against allow already best case com comment company days did does don each end every
        1.25 expect far few find found four full give go good group happen her home hour keep later lead left life
        1.25 making me mean might name number own place point policy post problem public publish put read remain
        1.25 result say second set several she sign site stat state support system thing think though too top turn
        1.25 unit until using ve
        1.5 added address again along am american announc appear area away based become behind better big bring
        1.5 build business came caus chang change community consider content continu country current deal different
        1.5 due earlier early email enough enter face family feel five free further future general got government
        1.5 great hand having head him hold important information instead interest known large latest least less let
        1.5 level line list little live ll local lot mark market media member million move never offer often old
        1.5 once order plan play power president process provid provide question reach really record requir return
        1.5 run says seem seen service side small someth statement stay step story taking talk team term third
        1.5 thought told took view whether why within yet
        1.75 above access action ago although alway among amount anyone anyth article asked attempt available became
        1.75 below center check chief city claim clear co coming common concern condition continue control cost
        1.75 cover creat create currently data death decision deliver design despite detail development didn doesn
        1.75 doing done effort either especially event ever everyone experience fact fall financial form former
        1.75 friday gett given half hard health held history hit hope house idea impact increas inside international
        1.75 involv issu join kind late launch learn leave led likely limit link lost major man meet minut money
        1.75 morn must national near night note noth november october office official online outside party pass past
        1.75 percent person plac please police possible present press product program project protect push real
        1.75 reason receiv relat releas reserv risk runn saying servic shar share short six soon speak stand stop
        1.75 sure taken tell test thank together try trying understand university updat video visit watch website
        1.75 wednesday went won
        2 ability accept account actually add adding addition affect ahead almost answer approach april attack
        2 author authority avoid bad bank becom began begin believ believe biggest billion bit black block body book
        2 break built campaign care cause children choice click clos close computer contact copyright course court
        2 daily date dead decid demand department describ develop difficult direct director display easy effect else
        2 everyth example executive expert explain fail featur field fight final forc force friend front fully
        2 function global ground grow hear higher http include increase individual industry isn issue january job
        2 kill largest law leader leav light location longer loss love low lower main maintain march matter men
        2 moment monday nation nearly network north officer operat option page per personal pick position potential
        2 prevent previou price privacy probably pull quickly rate rather receive recent recently release research
        2 respond reveal review role saturday save school search security seeing send september serv seven similar
        2 single size social source south space special spend staff standard star store street strong suggest target
        2 thousand thursday total toward track tuesday type uk user uses value version via wait walk west whole
        2 window women word writ yesterday york young
        2.25 activity additional advanc agency agree agreement air america arrest articl associat attend august
        2.25 average base benefit beyond bill blog board brought buy california carry central ceo certain challeng
        2.25 charg charge class code complete completely conference confirm connect contain count credit crisi
        2.25 critical customer cut damage december declin directly discuss district document dollar double dropp
        2.25 east economy editor eight election ended enjoy ensure entire estimat european exactly exist express eye
        2.25 factor fast fear february federal fell felt file fill finally floor focu food forward fund gain game
        2.25 gave gets giving goal himself hospital host huge human immediately inc interview investigation itself
        2.25 jobs july june justice kept key lack land larger living manag massive match material measur medical
        2.25 message mind minister minute miss model mother moved mr named natural necessary newsletter non none
        2.25 ongo operation opportunity organization originally particularly partner pay performance period phone
        2.25 photo plann platform pm political popular powerful pretty previously prior professional quite rais
        2.25 ready recommend red regard region register regular represent request require response rest rise road
        2.25 room round rule safe saw science season section self sell senior sent seriou sery shortly shot
        2.25 significant simple simply situation slow society solution someone sometim sound sourc specific spent
        2.25 stock student study suffer summer sunday technology threat tool town train travel treat tried true
        2.25 twitter variou war warn wasn water ways web weekend white whose win woman worker worth written wrong
        2.25 www
        2.5 accus act adult afternoon age agre alone amid analysi announcement apple application apply aren argu
        2.5 arriv art ask attention aware background beat beginn bigger blue brand brief british brown browser burn
        2.5 cannot car card career caught chance child china choose citizen civil clean climate collect college
        2.5 commercial commitment committ communication complex conduct connection council county crime criminal
        2.5 cross daughter david decad declar deep definitely degree delay democratic depend destroy determin
        2.5 developer died digital direction discover discussion doctor door dozen draw drive earn easier easily
        2.5 economic elect enabl energy engineer environment essential establish europe eventually evidence exchange
        2.5 excit experienc extend extra extremely facebook facing feature fellow figur fine finish fire firm focus
        2.5 foot foreign fuel generation goes gone grant greater green growth happy heard heart heat heavy highest
        2.5 highly hot html hurt imag image improve inbox incident independent index indicat injury institution
        2.5 intend internet item john knowledge lawyer legal letter lock loved mail management maybe memory mention
        2.5 method michael middle mile monitor mostly moving multiple music newspaper nine normal northern noted
        2.5 notice nov ones otherwise overall owned paid paper parent park particular path perfect perform perhap
        2.5 picture player plus politic poor population positive possibility practice pric primary private
        2.5 production prompt property protection purchas quality quarter quick range reduc refus relationship
        2.5 remember remove replac reporter researcher resident responsible roll runs safety sale scale schedul seat
        2.5 seek select sense serve shock slightly smaller software sold southern speed spokesman spot spread stage
        2.5 station statu steve stopp stor straight struggl style subject subscribe success successful task text
        2.5 themselv threaten throughout throw thus touch trade trump trust tv twice ultimately union unless update
        2.5 upon usual usually victim wall washington wear welcome wide witness wonder worry worse write wrote yes
        2.75 absolutely active actual administration admitt adopt advance advertis aircraft alert alleg alongside
        2.75 amaz amazon angel apartment app apparently appeal approv approximately argument asking assault attorney
        2.75 basi battle behavior bid boost border born box broadcast brother catch centre certainly chair challenge
        2.75 clearly client coast cold color combin command commission compar consent consumer contract contribut
        2.75 conversation cooky cool copy couldn couple coverage creative critic culture damag dangerou dark de
        2.75 debate decade decide dedicat defend defense deny detect determine distribution download dr driv drop
        2.75 drug duty earth edit education effective effectively emerg emergency employe enable encourag engag
        2.75 entirely era error et expand eyes failure fair fan faster father favor feet figure filed film fit
        2.75 flight fought foundation fourth france fresh fun gas gather generally giant girl golden google grew guy
        2.75 hall handle haven healthy height herself highlight hous hundred id identifi identity implement improv
        2.75 industrial initial initially injur install intelligence internal introduc jail jone jump kids knew
        2.75 knock language largely laws length library listen lived load locat london lose losing machine magazine
        2.75 majority manage manager mass meanwhile measure met mid military mobile murder nature nearby net nice
        2.75 nor normally notic object obtain occurr oil older onto opinion original pattern paul paying permission
        2.75 personally pictur plant pre predict prepar pressure prime prison pro produc professor programm progress
        2.75 promis prov purchase putt race raise ran rare reader recover reduce reflect relatively rely remov
        2.75 repeat replace reportedly republican requirement resourc respect rich rival robert rose roughly rush
        2.75 san saving scene scientist screen sea secret secretary secure separate sett setting shift shoot shop
        2.75 shown skill son song sought specifically speech spoke spokesperson sport square st strategy strength
        2.75 stretch strik struck stuff suit sun super supply surpris surprise surround suspect technical television
        2.75 therefore trad traditional trend trial unique useful valu vice victory voice vote voter warm weather
        2.75 weekly weight western whatever whom wife william wind wing wish worldwide wouldn
        3 accident accurate achieve acknowledg ad adds ads advantage advice affair african aimed airbu airport
        3 allegedly alternative analyst andrew animal annual anti apart appropriate armed arts aside assist
        3 assistant associate association award baby ball ban basic bear beautiful biden blood blow boss bottom
        3 bought brain broke broken budget buying camera cancer candidat capital carbon carri cars cash century
        3 character choos chosen chri clock club colleagu combination comfortable committee complain complet
        3 complexity confidence conflict congress consequenc conservative constant construction contribution convict
        3 cook core corner covid crash creation crew crim criticism crowd custody cutt default defeat democrat
        3 demonstrat deputy devastat devic device die difference disappoint distribut division domestic donald doubt
        3 dow draft dream dress drew drink driver dynamic edge edition efficient electronic element employee ending
        3 ends england english equal everywhere ex except expensive expos extreme faced facility fans favorite
        3 female fifth fired fish fix fixed flee florida fly football forget founder freedom french george germany
        3 gift glass globe gmt gold governor greatest grown guarantee guess guide handl hang harm heavily husband
        3 identify illegal illness impos inch increasingly inform infrastructure insist inspir instance institute
        3 investigator investment investor island jame joe journal journalist journey judge kick king labor latter
        3 layer liberal llc loan log los lots manufacturer map master mayor meant messag microsoft mike minimum
        3 ministry minor mixed modern mount movement ms native negotiation neighbor neither oct org organisation
        3 owner pack packag package paint pair pandemic participant passenger payment piec piece planet plenty
        3 politician poll pool pop port potentially prepare presidential priority produce profile profit protest
        3 provider python radio rally reality recogniz reference referr reform regardless reject relevant repeatedly
        3 reply representativ responsibility richard rising rock route row royal saved schedule scor scott sector
        3 senate severe shap shoulder signal significantly sister skin sky sleep solve sort spark spring stepp stood
        3 stress strike string structure struggle submit supporter suppos switch teach tech temperatur temperature
        3 temporary ten texa tied tight tiny tips title tomorrow topic traffic trail transition transport treatment
        3 tree trigger trip trouble truth unable unclear unfortunately unknown unlike urged variety vast vehicle
        3 violence voic weapon widely wider wild winn wins winter worri worst wound writer yourself zero
        3.25 abandon absence abuse academic achiev acting activist adjust advertisement affordable afraid africa
        3.25 agent ai aid aim airlin al alex alive anger anyway anywhere ap apparent appearance appli appoint
        3.25 appointment approval argue arms arrival aspect assessment assum atlanta atmosphere attach attribut
        3.25 audience australia automatically avenue await badly bag bail ballot band bar bars battl bay bbc begun
        3.25 behalf bell beta birthday blast boeing bond bound bowl boy branch britain broad broader brows building
        3.25 bureau bus bush busy button camp campu canada candidate capability capable capacity captur carolina
        3.25 category caution cell cent chain chairman champion chanc channel charity chinese chip choic christma
        3.25 circumstanc closely cloth cloud coach collapse collective combat commit compensation competition
        3.25 complaint complicat component comprehensive concept conclusion contest context controll controversial
        3.25 coronaviru corp corporate correct counter crazy cream crown crucial custom cuts deadly dec defence
        3.25 defin degre democracy deni differenc difficulty disease dismiss diverse domain donation doubl drawn
        3.25 drove ease eating echo editorial electric electricity eliminat elsewhere emission emotional emphasiz
        3.25 employ empty encounter encourage ensur entity environmental equipment equivalent escap essentially
        3.25 estimate eu everybody exampl exception exchang exclusive execut exercise exit expectation explore
        3.25 export extensive fallen false familiar famou fashion feed feedback fewer finger firing flow folk forest
        3.25 formal format forum frame framework francisco frequently ftse fundamental garden gear generate german
        3.25 getelementbyid glad grab grand guard guidelin guilty gun hair helpful historic historical hits hitt
        3.25 hole hollywood honor hopefully ice ideal importance impossible impressive improvement income incredibly
        3.25 inde india indicate influence initiative instagram installation instruction interaction introduce
        3.25 invest investigat invit iphone israel jan jersey jim js la label labour languag lawsuit leadership
        3.25 league lean lets licens license loui magic male martin mask maximum meantime mental metro mexico miami
        3.25 mission mistak mix movie movy multi myself nasdaq nationwide necessarily neck neighborhood numerou
        3.25 obviou obviously occasion occur officially oh operator oppos opposition outcome overnight oversea
        3.25 overwhelm pain panel pari parliament participate partnership password patient peace peak perfectly
        3.25 permanent perspective phase plane portion possession possibly pound practic practical prefer presence
        3.25 primarily print producer prominent promise promot properly propos proposal prosecutor proud publicly
        3.25 purpose quiet quot racial radical random rang rank rarely realiz recall recipe recognize refuse
        3.25 regulation relation remind remote repair representative restaurant restriction retain reuter reward
        3.25 rewritten root ruling russia sad sat script seed selection sen senator sentenc sentence seriously
        3.25 setattribute sets settl setup sexual shape shipp shouldn shut sit sitt smart smell soft somebody
        3.25 somewhat sorry specy spotlight spott stability stack stick storage storm stream strictly strip studio
        3.25 subscription substantial successfully sugar survey surviv suspend sustain sustainable sweet table tax
        3.25 teacher tear tend territory theft thoma tip titl toll tom tonight totally tough trademark transform
        3.25 tremendou trick troubl truck truly tweet typically understood unlikely unprecedent unveil upset usage
        3.25 valley valuable vary veteran village violent vision vital volume vulnerable wake warrant wave wealth
        3.25 websit welcom whenever winner younger youth zone
        3.5 absolute academy accessible accomplish actively adam adapt additionally advis adviser advocat affiliate
        3.5 afp afterward aged aging aims airline alarm alcohol align allegation ally alter amidst angry anonymou
        3.5 anticipat anymore appearanc apps arguably army array artificial artist asia asian assess assign
        3.5 assistance assumption atlantic attract auto averag awareness awesome backward bags balanc balance bann
        3.5 barely basically beach beauty bed beer belief belong belt bias bind birth blam blind boat bob bomb
        3.5 boston breakthrough breath bridge briefly bright bugs bullet bunch buri burst ca cake carefully
        3.5 caribbean carrier cast cc celebrat celebrity ceremony cheap chicago chose christian church cited
        3.5 civilian classic clinic closer cnn coalition coat collection commissioner compatible compete competitive
        3.5 confront congressional consensu consistent constantly constitution constitutional consult consum
        3.5 consumption container contractor contributor convention convert conviction convinc corporation
        3.5 correction corruption courtroom crack craft cultural customiz danger daniel dating davi deadline debat
        3.5 debt decline deeply defendant defensive definition deliciou delivery deploy depth description
        3.5 destination diagnos dinner disappear disaster disclos dish dispute distance divid dogs dominant dominat
        3.5 donor downtown dramatic dramatically driven dry duration eager eastern eat economist efficiency eggs
        3.5 elite embrace employer en endors enforcement engage enhanc enhance enterprise entertainment entrance
        3.5 escape estate everyday exact examin exceed execution executiv expansion experiment explicit exploit
        3.5 explor explosion exposure extent external fairly faith fantastic farm fatal favourite feb fighter
        3.5 finance finding fitness fits flag flash flat flavor fleet flood flower flying forecast forever fox
        3.5 franchise frequent friendly frustrat functionality funny gap gate gaza gender generat getty god gotten
        3.5 gov grabb gradually graphic gray greet guarante guest halt hama harder hasn hat hate headlin headquarter
        3.5 heritage hi hide highway hill historically holder holiday honest hoped hoping hotel hugh hundr hunt
        3.5 ignor ignore ii ill illustrat imagine immediate imply import incredible indian infection influenc info
        3.5 ingredient innocent innovative inquiry insight insurance integrat intense intent interior intervention
        3.5 investigate involve ipod isolat itun jack japan japanese johnson joint journalism kid kitchen knee lab
        3.5 lady laid landscape larry lawmaker lee legacy legally legislation legs lett lies lifestyle lift liked
        3.5 lockdown login longtime loud lying machin mainly maker mandatory margin marri massachusett max
        3.5 meaningful measurement meat medium meeting melt menu mess metal milk miller mine mode modify module
        3.5 monthly motion motivat naturally negative negotiat newly noise nomination nonprofit notably notification
        3.5 notify noting novel obama offic operate opponent opt optimiz organiz orient os outbreak outstand
        3.5 overcome overhead palestinian passage passion peer pend percentage personnel peter phon php physical
        3.5 plastic plead pledg pocket podcast poorly pot pour powder pregnant preserv presidency pretend prevention
        3.5 procedur processor programme prohibit proper proprietary prospect protocol prototype proven publication
        3.5 publisher purpos pursu puts qualify rapid rating raw react reaction realize rear reasonable reception
        3.5 recession recip recognition recommendation redistribut reduction referenc regional regularly relative
        3.5 remark remarkable render reopen rep rescue reserve resign resist resistance resolution respectively
        3.5 respons retail retailer retir revenue ride ring river rout ruled rural safely salt sam scandal scen
        3.5 scotland scream seattle secur seemingly sees server session sex shadow shed shell ship shirt shopp sight
        3.5 singapore skip slide slipp slower slowly smith socially solid southwest spain spirit split spoken
        3.5 spokeswoman sponsor stable stag steal stronger strongly structur stuck stunn styl sub suddenly
        3.5 sufficient suggestion summit superior supreme surely surprisingly surveillance survive suspicion tackl
        3.5 tag talent taste taxe telephone temporarily tension terrible theme thread threw tim timing tony tour
        3.5 tragedy transfer troop typical un unnecessary unusual upgrade upper utc utility valid van vehicl violat
        3.5 violation virginia viru visitor visual volunteer voted voting wage wale warren wars weak weigh whilst
        3.5 wood yard yellow
        3.75 abc abortion abroad acceptable acceptance accommodation accountability accuracy acknowledge actor
        3.75 actress acts administrator admit advertiser advocate affiliat afford agenda ages aggressive agriculture
        3.75 airliner ak algorithm allen alliance alpha ambassador ambition amendment analytic anchor anderson
        3.75 android anniversary anthony anybody anytime api appreciat appreciate archive arm arrang arrangement
        3.75 arrive assembly asset assur audio australian authoriz automat automatic autumn banner barack barr
        3.75 barrier basket battery bedroom ben bench beneath besid blame boast boil bone boom borrow bother boxe
        3.75 breach breed brian brick bug bulk butter buyer cabinet calm cambridge cancel cap careful cargo caring
        3.75 cat cater certifi chancellor chapter characteriz charl charm chart cheer chemical chest chicken
        3.75 childhood christie circl circulat cite citing civic clark climb clinton clip closure coastal coffee
        3.75 collaps colour combine comfort comic commerce communicate communist compatibility compet compil comply
        3.75 composite compromis comput conclud confident consecutive conservation consideration conspiracy
        3.75 construct consultation contrast contribute controversy cookie cops corridor counsel coupl cousin cry
        3.75 cup curb da dan dance dax debut deck decrease deem deepen deeper demographic depart dependency
        3.75 dependent der des describe deserv desir desire desk desktop destruction detectiv detective
        3.75 determination detroit diet differ digit dimension disclaimer disclose disclosure discount discovery
        3.75 distanc disturb diversity donat dose dot drain dubai dubb dump dying ecosystem edt educational el
        3.75 eligible elit elizabeth embedd embrac emphasi empower endorsement endur enemy enforc engagement engine
        3.75 enormou entrepreneur entry episode est establishment etc euro evaluate evil exacerbat examine excess
        3.75 exclud exercis exhibition expertise explicitly extension extract extraordinary factory failur fat
        3.75 fatally fate fault fee fees festival financially fiscal flam fled follower fool footage forb formally
        3.75 forth fragment freeze frequency fried fruit functional fundraiser gallery gang gary geniu georgia
        3.75 gettime globally gop gorgeou graduat grain greatly greek greenhouse grip grocery guid guidance guns
        3.75 gunshot guys habit habitat hack hadn halloween hardest hardware harry healthcare heel hidden hinder
        3.75 hint hire hired honestly hood household howard htm hub humanity hung icon ideally ideological ideology
        3.75 implication inability indoor inevitable initiativ inner inspiration instanc instantly institut
        3.75 integration integrity intelligent intensity intensive intention interim involvement ios ireland israeli
        3.75 italy jackson jamie javascript jean jessica jet jewish jon jury kelly killer kingdom korea laugh leak
        3.75 legend legislative legitimate lengthy lewi lifetime literally liver lowest loyalty ltd lucky lucrative
        3.75 luxury mac magnitude manchester manually marine mary matt matthew meal medicine mere merely midnight
        3.75 migration milestone militant mini mirror mislead mistake mixture mom monetary moral moreover mountain
        3.75 mouth municipal muslim mysteriou namely narrow nationally nazi nbc neighbour neutral nevada newest nfl
        3.75 nick nobody nominat nominee norm notifi notoriou objective observ observer offense offensive offline
        3.75 offset ohio okay operational optional orange ordinary organize organizer oscar ourselv outdat outdoor
        3.75 output overly oversee overturn owns panic panther parliamentary partially participat participation
        3.75 paste pat patch patrick patrol paus peaceful penalty permit personality perspectiv phenomenon
        3.75 philosophy physically pitch plagu plain plea pleas pollution pose posed poverty precisely predecessor
        3.75 preferr preliminary premium presentation preserve principal principl prisoner pronounc proof
        3.75 prosecution prove province provision pump punch punish pure pursuit quarterback quo rack rapidly ray
        3.75 recount recovery reelection refer regain regulator regulatory reign relativ reli relief religiou
        3.75 replacement repli reputation residence resolv resolve resource restor restore restrain restrict
        3.75 retirement reverse revolution rice rid riding robust rough routine russian ryan sa safeguard sample
        3.75 sarah satisfy scal scan scheme scientific scoop score scottish scrutiny seal seiz separat settlement
        3.75 shade shake sharp shelf sheriff shield shortag shortage silence silver similarly simon simpler
        3.75 simultaneously sing slot smil smile smok smoke smooth snack snap snow soak soil solar soldier
        3.75 sophisticat sour span speaker specify speculation spik squad stadium stak stance statistic stemm
        3.75 stephen stint stir ston structural submitt subscriber subsequent subsequently succe successor sued
        3.75 suite sum sunny supplement surface surg surge surgery survival suspiciou swift swing tackle tags tall
        3.75 tank tape tast techniqu teen teenager tens terrorist testifi testimony texture theory thick thin
        3.75 threshold thrill ticket tie tiktok timeline ton tone topp tower tradition traditionally tragic
        3.75 transferr transparency transportation treaty turkey turnover twenty twin twist ukraine ultimate
        3.75 uncertain undermin underneath underway unemployment unlock upcom upgrad ups urge urgent urging versu
        3.75 virtual virtually vowed vs wander warning wash weaken wealthy wedd weren wet wheel widespread wikipedia
        3.75 wildlife wire wordpress wrapp yahoo youtube
        4 accompany accordingly accusation acquir acted activat adhere advantag adventure advisor advisory aftermath
        4 aiming alabama album alexandria alike alternativ amy anne anonymity applaud apprehend arab arena asks
        4 assert assertion assume atmospheric attendance attitude attribution aug authorization ave baking bang bare
        4 basketball bath bathroom batter belov benchmark bet billy bird bite blackout blanket bless blogger
        4 blogspot blown bogg bold bolster bottl boundary boys brazen breakdown breast brink broadly brooklyn
        4 brussel brutal bucket burden byte cable calculat calculation calif capp capture carl carson carter
        4 casualty catherine celebrate celebration celsiu centr chamber chao charlotte chas chat cheese circuit
        4 circulation clash classifi clever coin collaboration colleague colorado column commander commentary
        4 commonly compare complication concrete conferenc configure confirmation consciousness conservativ consist
        4 consistency consistently constitut constructive contend contender continuou contradict contrary
        4 conventional coordinat correspond corrupt costly coworker creativity criticiz crush css cups cure curiou
        4 cute cycle dairy dalla damn database dawn dealt decent defender delet delight demo departure depict
        4 depression desert designer detain dialogue diego dies dig dipp directory dirty disabl disable disagreement
        4 disappointment discrimination diseas dispatch distinction distress distribute distributor ditch divide diy
        4 dock donate drama drift drunk dust easiest egypt elderly eliminate emitt emotion employment endanger engin
        4 entertain entitl epic equally equity eric erupt escalat espn esteem ethical ethnic evacuate evacuation
        4 evaluation evident evolution examiner excellent exclusively existence expense expir exploitation
        4 expression facilitat farewell farmer feasible feat feeling filing filter financ firefighter flagship flaw
        4 flour flourish fold footprint ford forgot forgotten formerly fossil foxnew fractur friendship frontier
        4 frozen funeral futur gadget gase gb gen genocide gig girlfriend gonna googletag governance gpt grace
        4 graduate graham grandfather graph grateful grid gulf hail haley hamper harri header healthier heed
        4 helicopter herald hey hiding hillary hip homicide hong hook horn houston humanitarian hunter ibm
        4 identification illinoi immense immune implementation impose impress incorporat independence indicator
        4 inflict inline innovation input insider inspire instant institutional integrate interpretation
        4 intersection introduction invasive investigative invitation invok iowa irish italian jacket jane jeremy
        4 jets jonathan joseph josh joy jr justify keys kidney killing kilometer kiss knife kong korean laptop lash
        4 lay lecture legislator liable lie lighter lightn limitation lineup linger lining lion livelihood logg
        4 longest loom loose loving luck makeup manhattan mann manner manual manufactur marriage math maximize
        4 mechanism membership merg meter metric mexican michelle michigan micro mimic min minimal minimiz minimize
        4 minnesota minority mit mixing mo modul moist mon mood moore motor mp mps museum mutual mystery myth nail
        4 naked nationalist navy necessity neil nervou nevertheless newer newsroom nickname nikkei nl node nominate
        4 noon northwest nuclear nurs nutrition ny obligation observe obstruct occasionally occupy ok onion opposite
        4 opted organis outlin outreach overlook overwhelmingly ownership pace pacific pale pant parallel paramedic
        4 partly passionate pause pc pdt penn pennsylvania pension pepper perceiv performer permitt persist persuad
        4 petition pharmaceutical philadelphia phoenix pic pink pipe pivotal playoff plung poison popp populat
        4 portable possess practically prais preced precise premis prep prince principle prize probation probe
        4 proceed profession profil promote proportion pros prosperity pursue py quantity queen query racist
        4 radiation rage rail rebellion rebound receipt refresh regime regret regulat reliable reliev remainder
        4 reminder renewable rent representation reproduce republic rescu resort restoration restrictive resume
        4 retire rev riff ripp robot ron roof ruby ruin rumor runner salary salon sampl santa scar scienc scope
        4 scratch semi sensitive sentiment sep separately sept severely sharply shatter sheet shelter shin shoe
        4 shook shooter showcas shower sink sir sixth sized skeptical slat slic slight slip snapp soar sole solely
        4 solv somehow sometime somewhere soul spanish spare specializ spectacular spell spike spin spiral stagger
        4 starr startup static steady steer stem sticky stirr stranger strategic strategist streak strengthen strict
        4 submission subsidiary succeed sudden suitable sunlight supervisor surf surpass surrender swath sweep
        4 sydney symptom tail technically technique teenage tent terrific testify thereafter thesi thorough
        4 thoroughly thrive thrown tick tide tier tired tomato tons tory toxic tracker trader transformation
        4 translation transmission trap trash trauma travell tribute turkish typeof uncertainty undefin underground
        4 underscor underwent unfold unhappy uniform unlimit unsafe upward urban usa utiliz vaccination vaccine var
        4 vari variabl variation vegan verdict verification vessel vest viable vibrant viewer vocal void voluntary
        4 von waking watchdog wellness whatsapp whisper wilson wisconsin wise wonderful workshop wow wrap yorker
        4.25 abolish abruptly absorb abstraction abus accommodat accommodate achievement activate acute
        4.25 administrative admire advertise affiliation aggravat airplane airstrik aisle alan alaska alleviat
        4.25 alternate alternatively amanda ambitiou ambulanc analyze angela angle ann anna announce annoy anthem
        4.25 anticipate antonio applicable approve apr arbitrary archiv arise arraign arraignment arrange assignment
        4.25 ate atop austin authentic authoritarian aviation avocado awful awkward bachelor backup backyard bailout
        4.25 bake baked baker balcony baltimore bankruptcy barbado barricad basement batch beaten beef beneficial
        4.25 benjamin berth beside bett betty bible bids bike billionaire biological blank blend blocker bloom
        4.25 bloomberg bombshell bonu bookmark booth bori boulevard boxing brad bragg breakfast brexit bristol
        4.25 broker bronx bruce bst buffalo bulletin bumper burnt bust buzz cac cach calendar caliber campus
        4.25 canadian canva cape capitalism capitol caps captain casual catastrophic cats caucu cautiou cbc
        4.25 ceasefire censorship certainty challenger championship chase cheat checker cheek chef cherish chill
        4.25 chocolate chrome circle clan clarity classroom clearer cling clinical closet cmd coal cocktail coconut
        4.25 coding cognitive collaborative collector columbia combo comeback comfortably communicat compact
        4.25 comparable comparison compell competitor completion compliance compound compris conception concert
        4.25 conclude condemn coney confess configuration confrontation confus consciou consequence consultant
        4.25 cooler cooperation cooperative cop cordon correlat creamy creator credibility creek creep crispy
        4.25 criticis crop crunch crying crystal curl currency curtain curve dad danc daring dash dean dear debian
        4.25 declaration declare decorate decreas dedication deficit define defy delegation delete deliberately
        4.25 deliberation delicate demonstrate demonstration deplet deployment deriv descendant desperate
        4.25 desperately devil devot di dial dick dictionary dignity dilemma diminish dining dip dire disastrou
        4.25 discourse disney disparity displacement disput disrupt disruption distinct div dive diversify divert
        4.25 docker documentation dodg dog dots dough dragg drastically drawback drawer dreamliner drill drip
        4.25 drought du dual duo dye eads eagl earning ears edinburgh educat effectiveness egg eighth elder
        4.25 electrical elusive embarrass embed emerge emotionally enact enclave enterpris environmentalist erica
        4.25 erin ev evacuat evaluat evan eve explanation exploration explorer expose fabric facilitate faction fake
        4.25 fallout fame famed fantasy fare farther fascinat favour fearful federation fiction fifteen finale
        4.25 finaliz firefox fitt flagg flatter flavour flew float flown flu fluffy folder font fork fortunately
        4.25 foster foul fraction frank fray freely freezer fri fridge frontrunner frost fry fuck fulfill
        4.25 fundamentally furiou furthermore fusion gaming garbage garlic garner gauge gene generator generou
        4.25 gentle ginger git glob glov golf gordon govern grad grade grandchildren grandmother grass greece grey
        4.25 grim guilt gunfire gunman hallway hampshire handful handgun handy harbor hardly hardship harmful
        4.25 harrison harsh hatch hater haul heartbreak heartfelt heighten henry hijack holding holistic homeland
        4.25 homeless homepage honey horrible horrific hostile hottest href huffingtonpost hurdle hurricane
        4.25 identifiable ideologically ignorance illegally illuminat illustration imagery imagin immigrant
        4.25 immigration imperative imperial importantly inappropriate incentiv incurr indictment induc inflation
        4.25 infus init initiat inject injustice ins inspect inspector instrument intel intellectual intensifi
        4.25 intentionally interact interactive intercept interface internationally interpret interrupt interstate
        4.25 interval intrigu invasion ipad iran iraq iron ironic islamic isolate isolation ist jacob jake jason
        4.25 java jay jennifer jerry jesu jewelry jquery json judg judgment jul jumper jun junk kansa keen kevin
        4.25 kyle labs lake lamp landmark landslide lane las latino laying layout le leaf leap lease leather
        4.25 legendary leopard lesson leverag leverage licence lieutenant linebacker linux lively liz lobby locate
        4.25 locker logic logo longevity loop loot lounge lovely lover lt lung macintosh mad magazin magical
        4.25 maintainer maneuver manufacture mar marketplace maryland mature mayo mechanic medianew medieval memo
        4.25 memoir memorial merchant meta metropolitan microphone mild mill mining mississippi mitigate mitigation
        4.25 mixer mobility mobiliz mod moderation moisture momentum monster mortgage motorist mrs multitude mum
        4.25 murderer musical musician nashville nato nba neighbourhood nest netherland newcastle nexstar nicely
        4.25 nicola nicole nikki nose notable nowhere nuanc nydailynew nytim oakland obituary objectiv ocean odd
        4.25 odds offend offender offens omitt oust outag outcom outfit outlook oven overflow overhaul overshadow
        4.25 owen pact palm palmer pan parole parse pastor payload peanut penny peopl performanc permanently
        4.25 personaliz pete photograph photographer physician piano pierc pile pilot pin pinch pitt plate pledge
        4.25 plunge poetry pointer polic policymaker politically ponder popularity porn portray portugal postseason
        4.25 praise precaution predominantly preferenc pregnancy premier pressur preview princess printable
        4.25 prioritiz privately privileg proactive proceeding profound programmer progressiv progressive
        4.25 prominently promotion propaganda proposition protective protein protester provocative punishment
        4.25 qualifi quarantine quarterly questionable quicker quietly quit rain rainfall ramaswamy ramp randomly
        4.25 readable reagan rebuild receiver recipient recognise reddit refin refugee reggie registration
        4.25 rehabilitation reiterat relentless reliance reluctant remotely reproduc resembl resignation resilience
        4.25 respectful respective restructur resum retreat revelation revers revis revision reviv revolutionary
        4.25 rewrit rhythm richest richter rigid riot ripple risky rob robinson rocket ronald rookie rotat royalty
        4.25 russell rust sack sacrific sadly sail sake sanction sand sander sandy sans satisfi saudi scatter
        4.25 scenario scrap scum sean secondly secrecy seller seng sensitivity sergeant seth seventh sexy sgt shad
        4.25 shaken sham shanghai shine shooting shopper shorten showcase shrink shutt sick sidelin sidewalk sigh
        4.25 signup silicon singer sits sixty skinny skipp slack slash slaughter slew slice slick smash sms solo
        4.25 sons spac spam spar specialist speedy spic spice spider spoon spotify spray sprinkle sprout stabb stake
        4.25 startl statue steadily steel steep stewart stimulu stole stolen stoppage straw stressful stripp strive
        4.25 strongest studi stylish subscrib substitute suicide supermarket suppli supplier supportive suppress
        4.25 surfer suspension sway swimm switzerland sworn symbol symbolic tablet tactic tailor takeaway taller
        4.25 tanker tapp tbsp te tea teammat telecom telegraph televis tenant tennessee tenni tense tentative tenure
        4.25 terminal terminat terrorism thankful thaw theater theatre theatrical therapy thereby thigh thirty
        4.25 thompson ties tightly till todd torch toronto toss touchdown tournament tout towel traffick transaction
        4.25 transit translat transmitt transplant traumatic tray treasure trillion tripl turf turnaround tutorial
        4.25 tweak twelve typing tyson ukrainian uncomfortable unconstitutional uncover undergo underly undermine
        4.25 undertaken undisclos uniquely universe unusually upload upside urgency url usatoday usd username vacant
        4.25 validation vampire variant vega veil velocity verify vertical vienna vietnam villager vincent vip
        4.25 visible vivek volatile waist walker ward warmer waste waved wayne weakness weird welfare wherea
        4.25 wherever whim whoever width wig wildfire wireless wisdom withdraw withdrawn wooden wore workplace
        4.25 worthy wreak yeah yearly yield zoom
        """
}
