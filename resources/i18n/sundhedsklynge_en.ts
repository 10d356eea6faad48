<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_GB" sourcelanguage="da_DK">
 <context>
  <name>sundhedsklynge</name>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/prognose_record.py" />
   <source>
Prognosen</source>
   <translation>
Forecast</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/prognose_record.py" />
   <source>
ventet</source>
   <translation>
expected</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/kvartal_sheet.py" />
   <source> (fortrudt)</source>
   <translation> (undone)</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/year_chart.py" />
   <source> (kun {places} af {all} kommuner er kendt)</source>
   <translation> (only {places} of {all} municipalities are known)</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/data/agreement.py" />
   <source> dage</source>
   <translation> days</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/data/agreement.py" />
   <source> uger</source>
   <translation> weeks</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/import_wizard/raw_view.py" />
   <source>, skjult i filen</source>
   <translation>, hidden in the file</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/import_wizard/sheet.py" />
   <source>1 fil mere venter</source>
   <translation>1 more file is waiting</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/import_wizard/words.py" />
   <source>1 importeret fil</source>
   <translation>1 imported file</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/charts.py" />
   <source>1 lukkedag</source>
   <translation>1 closing day</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/import_wizard/words.py" />
   <source>1 række</source>
   <translation>1 row</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/data/openness.py" />
   <source>1, 2, 4 og 8 u. før: andel af de udførte operationer i det seneste år, som stod i en plan mindst så længe før. Streg: det kan ikke vides.</source>
   <translation>1, 2, 4 and 8 w before: share of the operations performed in the past year that stood in a plan at least that many weeks before. Dash: cannot be known.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/prognose.py" />
   <source>26 uger</source>
   <translation>26 weeks</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/start.py" />
   <source>29 kommuner og to års opdigtede data. Alt er mærket DEMO og er væk, når vinduet lukkes.</source>
   <translation>29 municipalities and two years of made-up data. All is marked DEMO and gone when the window is closed.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/indstillinger_rules.py" />
   <source>7-dages-fristen</source>
   <translation>The 7-day deadline</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/kvartal.py" />
   <source>72 timer og plejehjem</source>
   <translation>72 hours and nursing homes</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/indstillinger_rules.py" />
   <location filename="../../sundhedsklynge/ui/pages/kvartal_entry.py" />
   <source>72-timers behandlingsansvar</source>
   <translation>72-hour responsibility</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/moede_slides.py" />
   <source>8 af 10 gange mellem</source>
   <translation>8 times in 10 between</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/frist_private.py" />
   <source>80 % mellem</source>
   <translation>80 % between</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/charts.py" />
   <source>80 % mellem {span}</source>
   <translation>80 % between {span}</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/prognose_why.py" />
   <source>80 % sikkert mellem</source>
   <translation>80 % sure between</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/kvartal_chart.py" />
   <source>95 % mellem {interval}</source>
   <translation>95 % between {interval}</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/charts.py" />
   <source>95 % mellem {span}</source>
   <translation>95 % between {span}</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/prognose_why.py" />
   <source>95 % sikkert mellem</source>
   <translation>95 % sure between</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/database_door.py" />
   <source>Adresse på en delt database</source>
   <translation>Address of a shared database</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/data/files.py" />
   <location filename="../../sundhedsklynge/ui/pages/kvartal_beside.py" />
   <location filename="../../sundhedsklynge/ui/pages/kvartal_remarks.py" />
   <location filename="../../sundhedsklynge/ui/pages/prognose_record.py" />
   <source>Af</source>
   <translation>By</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/kvartal_beside.py" />
   <source>Afdeling</source>
   <translation>Department</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/kvartal_beside.py" />
   <source>Afdelinger</source>
   <translation>Departments</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/data/files.py" />
   <source>Afløser {imports}</source>
   <translation>Replaces {imports}</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/data/files.py" />
   <source>Afløst af {imports}</source>
   <translation>Replaced by {imports}</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/window.py" />
   <source>Afslut</source>
   <translation>Quit</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/moede.py" />
   <source>Afslut (F11)</source>
   <translation>Leave (F11)</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/data/openness.py" />
   <source>Aftal, hvor tit og hvor langt frem der deles</source>
   <translation>Agree how often and how far ahead plans are shared</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/data/openness.py" />
   <source>Aftale</source>
   <translation>Agreement</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/data/agreement.py" />
   <source>Aftale om deling</source>
   <translation>Agreement on sharing</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/data/agreement.py" />
   <source>Aftalt mellem</source>
   <translation>Agreed between</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/frist_whatif.py" />
   <source>Aktivitet</source>
   <translation>Activity</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/frist_whatif.py" />
   <source>Aktivitet i procent</source>
   <translation>Activity in per cent</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/frist_whatif.py" />
   <source>Aktivitet: fra dag</source>
   <translation>Activity: from day</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/frist_whatif.py" />
   <source>Aktivitet: hospital</source>
   <translation>Activity: hospital</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/frist_whatif.py" />
   <source>Aktivitet: indgreb</source>
   <translation>Activity: procedure</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/prognose_years.py" />
   <source>Aktivitetsfil</source>
   <translation>Activity file</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/data/openness.py" />
   <source>Alder i dage</source>
   <translation>Age in days</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/kvartal_offers.py" />
   <source>Alle</source>
   <translation>All</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/frist_whatif.py" />
   <location filename="../../sundhedsklynge/ui/pages/prognose_correct.py" />
   <source>Alle hospitaler</source>
   <translation>All hospitals</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/frist_whatif.py" />
   <location filename="../../sundhedsklynge/ui/pages/kvartal_year.py" />
   <location filename="../../sundhedsklynge/ui/pages/prognose_words.py" />
   <source>Alle indgreb</source>
   <translation>All surgery</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/scopebar.py" />
   <source>Alle klynger</source>
   <translation>All clusters</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/kvartal_offers.py" />
   <location filename="../../sundhedsklynge/ui/pages/kvartal_print.py" />
   <location filename="../../sundhedsklynge/ui/palette.py" />
   <location filename="../../sundhedsklynge/ui/scopebar.py" />
   <source>Alle kommuner</source>
   <translation>All municipalities</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/kvartal_typing.py" />
   <source>Alle pladser</source>
   <translation>All places</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/kvartal_part.py" />
   <source>Alle steder</source>
   <translation>All places</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/data/changes.py" />
   <source>Alle tre</source>
   <translation>All three</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/moede_slides.py" />
   <source>Alle {all} hospitaler har delt friske planer.</source>
   <translation>All {all} hospitals have shared fresh plans.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/importing.py" />
   <source>Allerede importeret: {names}.</source>
   <translation>Already imported: {names}.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/frist_ranking.py" />
   <source>Allerede over frist</source>
   <translation>Already overdue</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/kvartal_offers.py" />
   <source>Almen praksis</source>
   <translation>General practice</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/frist_view.py" />
   <location filename="../../sundhedsklynge/ui/pages/overblik.py" />
   <source>Anbefalede pladser</source>
   <translation>Recommended slots</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/frist_slots.py" />
   <source>Anbefalet</source>
   <translation>Recommended</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/kvartal_beside.py" />
   <location filename="../../sundhedsklynge/ui/pages/kvartal_indicators.py" />
   <location filename="../../sundhedsklynge/ui/pages/moede_slides.py" />
   <source>Andel</source>
   <translation>Share</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/frist_private.py" />
   <source>Andel og priser</source>
   <translation>Share and prices</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/frist_private.py" />
   <source>Andel, der bruger retten</source>
   <translation>Share that uses the right</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/frist_private.py" />
   <source>Andelen, der bruger retten til privat tilbud, er ikke sat, så kun antallet med ret til at vælge vises. Skriv den under Andel og priser, for eksempel 30 %.</source>
   <translation>The share that uses the right to private care is not set, so only the number with a right to choose is shown. Enter it under Share and prices, for example 30 %.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/indstillinger_rules.py" />
   <source>Andet</source>
   <translation>Other</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/prognose_record.py" />
   <source>Anledning</source>
   <translation>Occasion</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/importing.py" />
   <source>Annulleret. Intet er gemt.</source>
   <translation>Cancelled. Nothing is saved.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/filedialogs.py" />
   <location filename="../../sundhedsklynge/ui/import_wizard/sheet.py" />
   <location filename="../../sundhedsklynge/ui/statusbar.py" />
   <source>Annullér</source>
   <translation>Cancel</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/kvartal_offers.py" />
   <source>Annullér rettelsen</source>
   <translation>Cancel the correction</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/moede_slides.py" />
   <source>Ansvarlig</source>
   <translation>Responsible</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/moede_decide.py" />
   <source>Ansvarlig funktion</source>
   <translation>Responsible function</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/moede_slides.py" />
   <location filename="../../sundhedsklynge/ui/pages/prognose_why.py" />
   <source>Antal</source>
   <translation>Count</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/moede_slides.py" />
   <source>Antal fra 1 til {most} personer er skjult, og flere med dem, så de ikke kan regnes ud.</source>
   <translation>Counts from 1 to {most} people are hidden, and more with them, so that they cannot be worked out.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/frist_private.py" />
   <source>Antal og udgift</source>
   <translation>Counts and cost</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/prognose_record.py" />
   <source>Antal prognoser, hvor prognosens samlede score var lavere end reglens.</source>
   <translation>Number of forecasts whose overall score was lower than the rule's.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/page.py" />
   <source>Arbejder</source>
   <translation>Working</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/import_wizard/sheet.py" />
   <source>Ark</source>
   <translation>Sheet</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/import_wizard/reading.py" />
   <location filename="../../sundhedsklynge/ui/pages/data/files.py" />
   <location filename="../../sundhedsklynge/ui/pages/data/inbox.py" />
   <location filename="../../sundhedsklynge/ui/pages/data/names.py" />
   <source>Art</source>
   <translation>Kind</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/import_wizard/reading.py" />
   <source>Bed afsenderen om en fil uden personnumre.</source>
   <translation>Ask the sender for a file without personal numbers.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/prognose_correct.py" />
   <source>Begrundelse</source>
   <translation>Reason</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/frist.py" />
   <source>Begrundelsen er gemt med ændringen.</source>
   <translation>The reason is saved with the change.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/page.py" />
   <source>Bemærk</source>
   <translation>Please note</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/kvartal_beside.py" />
   <location filename="../../sundhedsklynge/ui/pages/kvartal_remarks.py" />
   <source>Bemærkning</source>
   <translation>Remark</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/kvartal_remarks.py" />
   <source>Bemærkning af {day}</source>
   <translation>Remark of {day}</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/importing.py" />
   <source>Bemærkning: {first}</source>
   <translation>Remark: {first}</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/kvartal_entry.py" />
   <location filename="../../sundhedsklynge/ui/pages/kvartal_remarks.py" />
   <source>Bemærkninger</source>
   <translation>Remarks</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/kvartal_remarks.py" />
   <source>Bemærkninger vises ved diagrammet. Delete fjerner den valgte.</source>
   <translation>Remarks are shown beside the chart. Delete removes the chosen one.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/notice.py" />
   <source>Beregningen er annulleret.</source>
   <translation>The computation is cancelled.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/page.py" />
   <source>Besked</source>
   <translation>Message</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/kvartal_offers.py" />
   <location filename="../../sundhedsklynge/ui/pages/kvartal_print.py" />
   <source>Beskrivelse</source>
   <translation>Description</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/moede_decide.py" />
   <location filename="../../sundhedsklynge/ui/pages/moede_slides.py" />
   <source>Beslutning</source>
   <translation>Decision</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/moede_decide.py" />
   <source>Beslutning eller note</source>
   <translation>Decision or note</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/moede_decide.py" />
   <source>Beslutningen er udført</source>
   <translation>The decision is carried out</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/moede_decide.py" />
   <source>Beslutningen har en frist</source>
   <translation>The decision has a due date</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/moede_slides.py" />
   <source>Beslutninger: {decisions}. Noter: {notes}. Alle bygger på data pr. {day}.</source>
   <translation>Decisions: {decisions}. Notes: {notes}. All rest on data as of {day}.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/data/names.py" />
   <source>Betyder</source>
   <translation>Means</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/prognose_why.py" />
   <source>Bidrag</source>
   <translation>Adds</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/moede_slides.py" />
   <source>Bookede operationer</source>
   <translation>Booked operations</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/prognose_table.py" />
   <source>Booket</source>
   <translation>Booked</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/frist_waiting.py" />
   <source>Borgere, der venter på et tilbud, efter dage til fristen</source>
   <translation>Citizens waiting for an offer, by days to the deadline</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/frist_desk.py" />
   <source>Brug anbefalingen</source>
   <translation>Use the recommendation</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/indstillinger_rules.py" />
   <source>Brug programmets egen værdi</source>
   <translation>Use the program's own value</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/indstillinger_rules.py" />
   <source>Brug programmets egen værdi: {name}</source>
   <translation>Use the program's own value: {name}</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/frist_private.py" />
   <source>Bruger den</source>
   <translation>Used by</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/import_wizard/sheet.py" />
   <source>CSV til Excel (*.csv)</source>
   <translation>CSV for Excel (*.csv)</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/tour.py" />
   <source>Ctrl+K finder kommuner, sider og handlinger. F1 åbner hjælpen til den side, du står på. Rundturen kan ses igen under Hjælp.</source>
   <translation>Ctrl+K finds municipalities, pages and actions. F1 opens the help on the page you are on. The tour can be seen again under Help.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/statusbar.py" />
   <source>DEMO</source>
   <translation>DEMO</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/moede_slides.py" />
   <source>Da → nu, begge for de næste 12 uger fra den dag, data er opgjort. Vælg en beslutning, og skriv, hvordan den gik.</source>
   <translation>Then → now, both for the next 12 weeks from the day of the data. Choose a decision and write how it went.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/moede_slides.py" />
   <source>Dag</source>
   <translation>Day</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/frist_whatif.py" />
   <source>Dage fra modtagelse til første plads</source>
   <translation>Days from receipt to first slot</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pickers.py" />
   <source>Dagen kan ikke vælges. Skriv den som 07.12.2026.</source>
   <translation>That day can't be chosen. Write it as 07.12.2026.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/__init__.py" />
   <location filename="../../sundhedsklynge/ui/pages/data/page.py" />
   <source>Data</source>
   <translation>Data</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/moede_slides.py" />
   <source>Data pr.</source>
   <translation>Data as of</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/indstillinger.py" />
   <source>Database</source>
   <translation>Database</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/indstillinger.py" />
   <source>Database (*.sqlite)</source>
   <translation>Database (*.sqlite)</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/indstillinger.py" />
   <source>Database (*.sqlite);;Alle filer (*)</source>
   <translation>Database (*.sqlite);;All files (*)</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/indstillinger.py" />
   <source>Databasen</source>
   <translation>The database</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/indstillinger.py" />
   <source>Databasen er genskabt fra {file}. Det, der var før, ligger i {before}.</source>
   <translation>The database is restored from {file}. What was there before lies in {before}.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/indstillinger.py" />
   <source>Databasen er ikke åben.</source>
   <translation>The database is not open.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/indstillinger.py" />
   <source>Databasen er kopieret til {file}.</source>
   <translation>The database is copied to {file}.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/start.py" />
   <source>Databasen rummer hverken operationsplaner eller genoptræningsplaner endnu. Importér dem, så kommer prognosen. Kvartalstal kan ses under Kvartal, og alle filer under Data.</source>
   <translation>The database holds neither surgery plans nor rehabilitation plans yet. Import them and the forecast comes. Quarterly figures can be seen under Quarter, and all files under Data.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/database_door.py" />
   <source>Databaser (*.sqlite *.db);;Alle filer (*)</source>
   <translation>Databases (*.sqlite *.db);;All files (*)</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/kvartal_beside.py" />
   <location filename="../../sundhedsklynge/ui/pages/kvartal_remarks.py" />
   <source>Dato</source>
   <translation>Date</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/frist_private.py" />
   <source>De anbefalede {slots} ekstra pladser koster {kroner} kr.</source>
   <translation>The {slots} recommended extra slots cost DKK {kroner}.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/frist_private.py" />
   <source>De sparer {kroner} kr. hos private.</source>
   <translation>They save DKK {kroner} at private suppliers.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/indstillinger_about.py" />
   <location filename="../../sundhedsklynge/ui/pages/prognose_why.py" />
   <source>Del</source>
   <translation>Part</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/data/page.py" />
   <source>Del af siden</source>
   <translation>Part of the page</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/indstillinger_about.py" />
   <source>Dele af programmet og deres licenser</source>
   <translation>Parts of the program and their licences</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/prognose_why.py" />
   <source>Delene giver tilsammen {total} planer</source>
   <translation>The parts add up to {total} plans</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/moede_slides.py" />
   <source>Delete fjerner den valgte linje. Fortryd med Ctrl+Z.</source>
   <translation>Delete removes the chosen line. Undo with Ctrl+Z.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/prognose_words.py" />
   <source>Den nyeste plan fra mindst ét hospital er gammel.</source>
   <translation>The newest plan of at least one hospital is old.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/prognose_record.py" />
   <source>Den samlede score (WIS) tæller både afstanden og intervallernes bredde. Mindre er bedre. Reglernes intervaller er dem, tilfældet alene giver.</source>
   <translation>The overall score (WIS) counts both the distance and the width of the intervals. Less is better. The rules' intervals are those chance alone gives.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/frist_private.py" />
   <source>Der anbefales ingen ekstra pladser.</source>
   <translation>No extra slots are recommended.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/kvartal_sheet.py" />
   <source>Der er ikke sagt noget før om linjen. Vælg en linje med gemte tal.</source>
   <translation>Nothing was said of this line before. Choose a line with saved figures.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/kvartal_targets.py" />
   <source>Der er ikke sat mål endnu. Plejehjem med fast læge følges mod aftalens mål: alle plejehjem.</source>
   <translation>No targets are set yet. Nursing homes with a regular doctor are followed against the target of the agreement: all homes.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/moede_slides.py" />
   <source>Der er ikke sat mål. Sæt dem under Kvartal, Indtastning.</source>
   <translation>No target is set. Set them under Quarter, Entry.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/frist_slots.py" />
   <source>Der er ikke valgt en uge med pladser.</source>
   <translation>No week with slots is chosen.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/moede_slides.py" />
   <source>Der er ingen beslutninger fra tidligere møder. Det, I beslutter i dag, åbner næste møde.</source>
   <translation>There are no decisions from earlier meetings. What you decide today opens the next one.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/frist.py" />
   <source>Der er ingen data for {name}.</source>
   <translation>There are no data for {name}.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/prognose_words.py" />
   <source>Der er ingen historik. Prognosen bygger på klyngens niveau og er usikker.</source>
   <translation>There is no history. The forecast rests on the cluster's level and is uncertain.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/moede_slides.py" />
   <source>Der er ingen kvartalstal for stedet. Importér dem under Data, eller tast dem ind under Kvartal.</source>
   <translation>There are no quarterly figures for the place. Import them under Data or enter them under Quarter.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/gaps.py" />
   <source>Der er ingen modtagne genoptræningsplaner, så prognosen bygger kun på operationsplaner.</source>
   <translation>There are no received rehabilitation plans, so the forecast rests on surgery plans only.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/gaps.py" />
   <source>Der er ingen operationsplaner, så prognosen bygger kun på de planer, kommunerne har modtaget.</source>
   <translation>There are no surgery plans, so the forecast rests only on the plans the municipalities have received.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/gaps.py" />
   <source>Der er ingen pladser, så risikoen er ukendt. Importér en kapacitetsfil, eller skriv kommunens pladser under Frist.</source>
   <translation>There are no slots, so the risk is unknown. Import a capacity file or enter the municipality's slots under Deadline.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/exporting.py" />
   <source>Der er ingen printer på computeren.</source>
   <translation>There is no printer on the computer.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/kvartal_reading.py" />
   <source>Der er ingen tal for det valgte sted.</source>
   <translation>There are no figures for the chosen place.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/kvartal_indicators.py" />
   <source>Der er ingen tal for stedet. De mangler og er ikke nul. Importér dem under Data, eller tast dem ind.</source>
   <translation>There are no figures for the place. They are missing, not zero. Import them under Data or enter them.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/data/changes.py" />
   <source>Der er ingen tidligere plan. Importér en mere fra hospitalet.</source>
   <translation>There is no earlier plan. Import one more from the hospital.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/gaps.py" />
   <source>Der er kun modtagne planer fra {weeks} uger, så prognosen er usikker. Importér planer fra mindst {least} uger.</source>
   <translation>There are received plans from {weeks} weeks only, so the forecast is uncertain. Import plans from at least {least} weeks.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/import_wizard/watch.py" />
   <source>Der er {count} nye filer i den overvågede mappe.</source>
   <translation>There are {count} new files in the watched folder.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/import_wizard/watch.py" />
   <source>Der er én ny fil i den overvågede mappe.</source>
   <translation>There is one new file in the watched folder.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/kvartal_beside.py" />
   <source>Der skal otte kvartaler fra samme kommuner til for at se tegn på tidligere udskrivning.</source>
   <translation>It takes eight quarters from the same municipalities to see signs of earlier discharge.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/notice.py" />
   <source>Der skete en fejl i programmet. Data er ikke ændret.</source>
   <translation>An error happened in the program. Data are unchanged.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/data/inbox.py" />
   <source>Det ændrer den</source>
   <translation>What it changes</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/import_wizard/reading.py" />
   <source>Det ændrer importen</source>
   <translation>What the import changes</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/kvartal_sheet.py" />
   <source>Det øverste ● gælder; resten er historik.</source>
   <translation>The top ● holds; the rest is history.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/frist_record.py" />
   <source>Det, der er regnet, bliver stående</source>
   <translation>What is computed stays</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/details.py" />
   <source>Detaljer</source>
   <translation>Details</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/frist.py" />
   <source>Diagram</source>
   <translation>Chart</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/framed.py" />
   <source>Diagrammet er gemt: {file}.</source>
   <translation>The chart is saved: {file}.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/framed.py" />
   <source>Diagrammet er kopieret. Sæt det ind i et dokument med Ctrl+V.</source>
   <translation>The chart is copied. Paste it into a document with Ctrl+V.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/prognose_record.py" />
   <source>Efter indgreb</source>
   <translation>By procedure</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/prognose_record.py" />
   <source>Efter uger frem</source>
   <translation>By weeks ahead</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/exporting.py" />
   <source>Eksporten er annulleret.</source>
   <translation>The export is cancelled.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/exporting.py" />
   <source>Eksporterer</source>
   <translation>Exporting</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/data/names.py" />
   <source>Eksporterer kortlægning</source>
   <translation>Exporting mapping</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/exporting.py" />
   <source>Eksporteret: {names}.</source>
   <translation>Exported: {names}.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/exporting.py" />
   <location filename="../../sundhedsklynge/ui/pages/data/names.py" />
   <location filename="../../sundhedsklynge/ui/pages/frist.py" />
   <location filename="../../sundhedsklynge/ui/pages/overblik.py" />
   <location filename="../../sundhedsklynge/ui/pages/prognose.py" />
   <source>Eksportér</source>
   <translation>Export</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/exporting.py" />
   <source>Eksportér i stedet siderne som PDF.</source>
   <translation>Export the pages as PDF instead.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/frist_scenarios.py" />
   <source>Eksportér scenarier</source>
   <translation>Export scenarios</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/frist_whatif.py" />
   <source>Ekstra pladser</source>
   <translation>Extra slots</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/moede_slides.py" />
   <source>Ekstra pladser i {place} sænker risikoen mest.</source>
   <translation>Extra slots in {place} lower the risk most.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/heatmap.py" />
   <source>Ekstra pladser, der bringer hver uge under målet</source>
   <translation>Extra slots that bring every week under the target</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/frist_whatif.py" />
   <source>Ekstra pladser: uge</source>
   <translation>Extra slots: week</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/hjaelp.py" />
   <source>Emner</source>
   <translation>Topics</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/data/agreement.py" />
   <source>En ny plan mindst hver</source>
   <translation>A new plan at least every</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/frist_prices.py" />
   <source>En pakke med samme navn får den nye pris</source>
   <translation>A package of the same name gets the new price</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/prognose_why.py" />
   <source>En privat henvisning er en plan fra et privathospital eller en plan, som er mærket privat.</source>
   <translation>A private referral is a plan from a private hospital, or a plan marked as private.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/tour.py" />
   <source>Enter</source>
   <translation>Enter</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/frist_whatif.py" />
   <source>Et hospital stopper</source>
   <translation>A hospital stops</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/kvartal_targets.py" />
   <source>Et mål gælder fra sin dato, til et nyt sættes. Delete fjerner det valgte.</source>
   <translation>A target holds from its date until a new one is set. Delete removes the chosen one.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/import_wizard/sheet.py" />
   <source>Et skridt tilbage</source>
   <translation>One step back</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/hjaelp.py" />
   <source>F1 fører tilbage</source>
   <translation>F1 takes you back</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/data/changes.py" />
   <source>Fald og stigning</source>
   <translation>Falls and rises</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/page.py" />
   <location filename="../../sundhedsklynge/ui/pages/prognose_record.py" />
   <source>Fejl</source>
   <translation>Errors</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/data/files.py" />
   <location filename="../../sundhedsklynge/ui/pages/data/inbox.py" />
   <source>Fil</source>
   <translation>File</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/import_wizard/sheet.py" />
   <source>Filen</source>
   <translation>The file</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/import_wizard/reading.py" />
   <source>Filen er</source>
   <translation>The file is</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/frist_waiting.py" />
   <source>Filen siger ikke, hvornår borgere er tilbudt start. Antallet af ventende er anslået ud fra planer og pladser. Importér genoptræningsplaner med tilbudt dato for at se dem.</source>
   <translation>The file does not say when citizens were offered a start. The number waiting is estimated from plans and slots. Import rehabilitation plans with the date offered to see them.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/import_wizard/reading.py" />
   <source>Filens art</source>
   <translation>Kind of file</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/import_wizard/raw_view.py" />
   <source>Filens rækker</source>
   <translation>Rows of the file</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/data/files.py" />
   <source>Filer</source>
   <translation>Files</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/filedialogs.py" />
   <source>Filtype:</source>
   <translation>File type:</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/frist.py" />
   <source>Finder de bedste uger</source>
   <translation>Finding the best weeks</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/frist_days.py" />
   <location filename="../../sundhedsklynge/ui/pages/frist_prices.py" />
   <location filename="../../sundhedsklynge/ui/pages/kvartal_offers.py" />
   <location filename="../../sundhedsklynge/ui/pages/prognose_correct.py" />
   <source>Fjern</source>
   <translation>Remove</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/data/openness.py" />
   <source>Fjern aftale</source>
   <translation>Remove agreement</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/kvartal_remarks.py" />
   <source>Fjern bemærkning af {day}</source>
   <translation>Remove remark of {day}</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/frist_days.py" />
   <source>Fjern den valgte lukkeperiode eller det valgte hold</source>
   <translation>Remove the chosen closing period or group</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/frist_prices.py" />
   <source>Fjern den valgte pakke</source>
   <translation>Remove the chosen package</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/frist_prices.py" />
   <source>Fjern indgrebet fra den ene.</source>
   <translation>Remove the procedure from one of them.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/kvartal_targets.py" />
   <source>Fjern mål for {indicator}</source>
   <translation>Remove target for {indicator}</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/prognose_correct.py" />
   <source>Fjern rettelsen {words}</source>
   <translation>Remove the correction {words}</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/kvartal_offers.py" />
   <source>Fjern tilbud: {title}</source>
   <translation>Remove offer: {title}</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/data/openness.py" />
   <source>Fjerner aftalen</source>
   <translation>Removing the agreement</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/prognose_correct.py" />
   <source>Fjernet rettelse {words}</source>
   <translation>Removed correction {words}</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/moede_slides.py" />
   <source>Flere pladser kan ikke bringe risikoen under målet i tide.</source>
   <translation>More slots cannot bring the risk under the target in time.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/data/changes.py" />
   <source>Flyttet herfra</source>
   <translation>Moved away</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/data/changes.py" />
   <source>Flyttet hertil</source>
   <translation>Moved here</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/moede.py" />
   <source>Forrige (venstre pil)</source>
   <translation>Previous (left arrow)</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/data/changes.py" />
   <location filename="../../sundhedsklynge/ui/pages/frist_slots.py" />
   <source>Forskel</source>
   <translation>Difference</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/frist_matrix.py" />
   <source>Forskel til</source>
   <translation>Difference to</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/data/changes.py" />
   <source>Forskelle</source>
   <translation>Differences</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/data/changes.py" />
   <source>Forskelle mellem to planer</source>
   <translation>Differences between two plans</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/data/changes.py" />
   <source>Forsvundne</source>
   <translation>Vanished</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/data/openness.py" />
   <source>Fortalt {lead}</source>
   <translation>Told {lead}</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/importing.py" />
   <source>Fortrudt import af {name}</source>
   <translation>Undone import of {name}</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/importing.py" />
   <location filename="../../sundhedsklynge/ui/pages/data/agreement.py" />
   <location filename="../../sundhedsklynge/ui/window.py" />
   <source>Fortryd</source>
   <translation>Undo</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/data/files.py" />
   <source>Fortryd import</source>
   <translation>Undo import</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/statusbar.py" />
   <source>Fortryd: {step}</source>
   <translation>Undo: {step}</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/steps.py" />
   <source>Fortryder: {step}</source>
   <translation>Undoing: {step}</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/heatmap.py" />
   <source>Forventede genoptræningsplaner i de viste uger</source>
   <translation>Expected rehabilitation plans in the weeks shown</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/paper_pages.py" />
   <source>Forventede genoptræningsplaner pr. uge</source>
   <translation>Expected rehabilitation plans a week</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/overblik.py" />
   <source>Forventede planer</source>
   <translation>Expected plans</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/overblik.py" />
   <source>Forventede planer (form og farve: risiko)</source>
   <translation>Expected plans (shape and colour: risk)</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/prognose_table.py" />
   <location filename="../../sundhedsklynge/ui/pages/prognose_why.py" />
   <source>Forventet</source>
   <translation>Expected</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/frist_ranking.py" />
   <location filename="../../sundhedsklynge/ui/pages/frist_view.py" />
   <location filename="../../sundhedsklynge/ui/pages/moede_slides.py" />
   <location filename="../../sundhedsklynge/ui/pages/overblik.py" />
   <source>Forventet over frist</source>
   <translation>Expected overdue</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/overblik.py" />
   <source>Forventet over frist (form og farve: risiko)</source>
   <translation>Expected past deadline (shape and colour: risk)</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/frist_private.py" />
   <source>Forventet udgift til private tilbud: {kroner} kr., 80 % mellem {low} og {high}.</source>
   <translation>Expected cost of private care: DKK {kroner}, 80 % between {low} and {high}.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/frist_chart.py" />
   <source>Forventet {received} planer mod {slots} pladser i {count} uger; flest venter i {week}: {waiting}</source>
   <translation>Expected {received} plans against {slots} slots in {count} weeks; most are waiting in {week}: {waiting}</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/charts.py" />
   <source>Forventet {total} genoptræningsplaner i {count} uger fra {first}.</source>
   <translation>Expected {total} rehabilitation plans in {count} weeks from {first}.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/charts.py" />
   <source>Forventet {total} genoptræningsplaner i {count} uger fra {first}; næste uge: {sentence}</source>
   <translation>Expected {total} rehabilitation plans in {count} weeks from {first}; next week: {sentence}</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/frist_days.py" />
   <location filename="../../sundhedsklynge/ui/pages/prognose_correct.py" />
   <source>Fra</source>
   <translation>From</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/data/changes.py" />
   <source>Fra planen</source>
   <translation>From the plan</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/prognose_correct.py" />
   <source>Fra uge</source>
   <translation>From week</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/frist_days.py" />
   <source>Fravær</source>
   <translation>Absence</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/frist_days.py" />
   <source>Fravær, færre pladser</source>
   <translation>Absence, fewer slots</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/moede_slides.py" />
   <source>Friskhed</source>
   <translation>Freshness</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/__init__.py" />
   <location filename="../../sundhedsklynge/ui/pages/frist.py" />
   <location filename="../../sundhedsklynge/ui/pages/moede_decide.py" />
   <location filename="../../sundhedsklynge/ui/pages/moede_slides.py" />
   <source>Frist</source>
   <translation>Deadline</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/moede_decide.py" />
   <source>Frist for beslutningen</source>
   <translation>Due date of the decision</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/moede_slides.py" />
   <source>Frister overskredet, 13 uger</source>
   <translation>Deadlines missed, 13 weeks</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/frist_chart.py" />
   <source>Frister udløber</source>
   <translation>Deadlines expire</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/frist_view.py" />
   <location filename="../../sundhedsklynge/ui/pages/overblik.py" />
   <source>Frister, der udløber</source>
   <translation>Deadlines that expire</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/palette.py" />
   <source>Fundet</source>
   <translation>Found</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/import_wizard/reading.py" />
   <source>Fundet i: {source}. Ret datoen, og tryk Enter.</source>
   <translation>Found in: {source}. Correct the date and press Enter.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/frist_desk.py" />
   <source>Får andre planer også pladser, er den viste risiko for lav. Skriv den andel af pladserne, som knæ, hofte og skulder får, så regnes der kun med dem.</source>
   <translation>If other plans get slots too, the risk shown is too low. Enter the share of the slots that knee, hip and shoulder get, and only those are counted on.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/kvartal_beside.py" />
   <source>Får flere brug for hospitalet igen inden for 72 timer? De sidste fire kvartaler mod de fire før, pr. 100. Filerne fortæller ikke om liggetid.</source>
   <translation>Do more people need the hospital again within 72 hours? The last four quarters against the four before, per 100. The files do not tell length of stay.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/frist_private.py" />
   <source>Får ret til at vælge</source>
   <translation>Get the right to choose</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/tour.py" />
   <source>Færdig</source>
   <translation>Done</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/kvartal.py" />
   <source>Følg udsnittet i toppen</source>
   <translation>Follow the selection at the top</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/data/changes.py" />
   <location filename="../../sundhedsklynge/ui/pages/kvartal_beside.py" />
   <source>Før</source>
   <translation>Before</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/frist_days.py" />
   <source>Første dag</source>
   <translation>First day</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/prognose.py" />
   <source>Gang forventningen op eller ned i nogle uger</source>
   <translation>Scale the expectation up or down in some weeks</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/filedialogs.py" />
   <location filename="../../sundhedsklynge/ui/pages/frist_whatif.py" />
   <location filename="../../sundhedsklynge/ui/pages/kvartal_sheet.py" />
   <location filename="../../sundhedsklynge/ui/pages/moede_decide.py" />
   <source>Gem</source>
   <translation>Save</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/data/agreement.py" />
   <source>Gem aftale</source>
   <translation>Save agreement</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/kvartal_remarks.py" />
   <source>Gem bemærkning</source>
   <translation>Save remark</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/moede_scenarios.py" />
   <source>Gem dem under Frist, Hvad nu hvis.</source>
   <translation>Save them under Deadline, What if.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/framed.py" />
   <source>Gem diagrammet</source>
   <translation>Save the chart</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/indstillinger.py" />
   <source>Gem en sikker kopi, mens andre arbejder</source>
   <translation>Save a safe copy while others work</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/kvartal_offers.py" />
   <source>Gem kataloget som PDF</source>
   <translation>Save the catalogue as PDF</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/indstillinger.py" />
   <source>Gem kopien som</source>
   <translation>Save the copy as</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/data/names.py" />
   <source>Gem kortlægning</source>
   <translation>Save mapping</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/data/names.py" />
   <source>Gem kortlægningen som JSON</source>
   <translation>Save the mapping as JSON</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/import_wizard/sheet.py" />
   <source>Gem listen</source>
   <translation>Save the list</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/import_wizard/sheet.py" />
   <source>Gem listen over problemer</source>
   <translation>Save the list of problems</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/moede_decide.py" />
   <source>Gem med dato, data og ansvarlig (Enter)</source>
   <translation>Save with date, data and responsible (Enter)</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/moede.py" />
   <source>Gem mødets referat som PDF, tekst og regneark</source>
   <translation>Save the minutes of the meeting as PDF, text and spreadsheet</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/data/names.py" />
   <source>Gem navn</source>
   <translation>Save name</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/frist_prices.py" />
   <source>Gem pakken</source>
   <translation>Save the package</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/import_wizard/sheet.py" />
   <source>Gem problemerne som CSV til Excel</source>
   <translation>Save the problems as CSV for Excel</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/moede.py" />
   <source>Gem referat</source>
   <translation>Save minutes</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/kvartal_offers.py" />
   <location filename="../../sundhedsklynge/ui/pages/prognose_correct.py" />
   <source>Gem rettelsen</source>
   <translation>Save the correction</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/data/names.py" />
   <source>Gem rettelser</source>
   <translation>Save corrections</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/frist_scenarios.py" />
   <source>Gem sammenligningen som Excel og CSV</source>
   <translation>Save the comparison as Excel and CSV</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/frist_whatif.py" />
   <source>Gem scenariet</source>
   <translation>Save the scenario</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/framed.py" />
   <source>Gem som billede …</source>
   <translation>Save as picture …</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/kvartal_sheet.py" />
   <source>Gem tallene som én import (Ctrl+S)</source>
   <translation>Save the figures as one import (Ctrl+S)</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/moede_decide.py" />
   <source>Gem udfald</source>
   <translation>Save outcome</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/overblik.py" />
   <location filename="../../sundhedsklynge/ui/pages/prognose.py" />
   <source>Gem ugens prognose som Excel, PDF, CSV og billede</source>
   <translation>Save the week's forecast as Excel, PDF, CSV and picture</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/frist.py" />
   <source>Gem ugens tal som Excel, PDF, CSV og billede</source>
   <translation>Save the week's figures as Excel, PDF, CSV and picture</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/frist_whatif.py" />
   <source>Gem ændringerne som scenarie</source>
   <translation>Save the changes as a scenario</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/frist_changes.py" />
   <location filename="../../sundhedsklynge/ui/pages/indstillinger.py" />
   <location filename="../../sundhedsklynge/ui/pages/moede.py" />
   <source>Gemmer</source>
   <translation>Saving</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/data/openness.py" />
   <source>Gemmer aftalen</source>
   <translation>Saving the agreement</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/kvartal_offers.py" />
   <source>Gemmer de viste tilbud som PDF, A4</source>
   <translation>Saves the offers shown as PDF, A4</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/data/names.py" />
   <source>Gemmer kortlægningen</source>
   <translation>Saving the mapping</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/importing.py" />
   <source>Gemmer listen</source>
   <translation>Saving the list</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/data/names.py" />
   <source>Gemmer navnet</source>
   <translation>Saving the name</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/moede.py" />
   <source>Gemmer referatet</source>
   <translation>Saving the minutes</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/data/inbox.py" />
   <source>Gemmer valget</source>
   <translation>Saving the choice</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/data/files.py" />
   <source>Gendan import</source>
   <translation>Restore import</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/kvartal_typing.py" />
   <source>Genindlagte 72 t</source>
   <translation>Readmitted 72 h</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/kvartal_signs.py" />
   <source>Genindlæggelser inden for 72 timer</source>
   <translation>Readmissions within 72 hours</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/prognose_record.py" />
   <source>Gennemsnitlig afstand i planer pr. uge mellem det forventede og det, der kom. Mindre er bedre.</source>
   <translation>Mean distance in plans a week between what was expected and what came. Less is better.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/prognose_years.py" />
   <source>Genoptræningsplaner</source>
   <translation>Rehabilitation plans</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/prognose_years.py" />
   <source>Genoptræningsplaner i aktivitetsfilen</source>
   <translation>Rehabilitation plans in the activity file</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/prognose_words.py" />
   <source>Genoptræningsplaner pr. uge: {place}, {procedure}</source>
   <translation>Rehabilitation plans a week: {place}, {procedure}</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/indstillinger.py" />
   <source>Genskab fra en kopi</source>
   <translation>Restore from a copy</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/indstillinger.py" />
   <source>Genskaber databasen</source>
   <translation>Restoring the database</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/window.py" />
   <source>Gentag</source>
   <translation>Redo</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/statusbar.py" />
   <source>Gentag: {step}</source>
   <translation>Redo: {step}</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/steps.py" />
   <source>Gentager: {step}</source>
   <translation>Redoing: {step}</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/palette.py" />
   <source>Genvej</source>
   <translation>Shortcut</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/frist_record.py" />
   <source>Gik galt</source>
   <translation>Went wrong</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/frist_waiting.py" />
   <source>Giv dem en start, eller luk dem i jeres system, og importér en ny fil.</source>
   <translation>Give them a start or close them in your system, and import a new file.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/data/names.py" />
   <source>Glem</source>
   <translation>Forget</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/data/names.py" />
   <source>Glem kortlægningen</source>
   <translation>Forget the mapping</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/data/names.py" />
   <source>Glem navn</source>
   <translation>Forget name</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/data/names.py" />
   <source>Glemmer kortlægningen</source>
   <translation>Forgetting the mapping</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/data/names.py" />
   <source>Glemmer navnet</source>
   <translation>Forgetting the name</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/prognose_record.py" />
   <source>Gns. fejl</source>
   <translation>Mean error</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/kvartal_beside.py" />
   <location filename="../../sundhedsklynge/ui/pages/kvartal_remarks.py" />
   <source>Grænser</source>
   <translation>Limits</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/kvartal_part.py" />
   <source>Gå til Data</source>
   <translation>Go to Data</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/window.py" />
   <source>Gå til sidelisten</source>
   <translation>Go to the side bar</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/window.py" />
   <source>Gå til start</source>
   <translation>Go to start</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/frist_days.py" />
   <location filename="../../sundhedsklynge/ui/pages/kvartal_offers.py" />
   <location filename="../../sundhedsklynge/ui/pages/kvartal_print.py" />
   <source>Gælder</source>
   <translation>Applies</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/data/agreement.py" />
   <location filename="../../sundhedsklynge/ui/pages/kvartal_offers.py" />
   <location filename="../../sundhedsklynge/ui/pages/kvartal_targets.py" />
   <source>Gælder fra</source>
   <translation>Applies from</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/frist_whatif.py" />
   <source>Gælder planer, der modtages fra den dag. Operationerne ligger nogle dage før.</source>
   <translation>Applies to plans received from that day on. The operations lie some days before.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/kvartal_offers.py" />
   <source>Gælder til</source>
   <translation>Applies until</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/prognose.py" />
   <source>Gælder {place}, {procedure}. Det, der endnu ikke er modtaget, ganges op eller ned. Rettelsen vises overalt, hvor den virker, og kan fjernes igen.</source>
   <translation>Applies to {place}, {procedure}. What is not yet received is scaled up or down. The correction is shown wherever it works and can be removed again.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/session.py" />
   <source>Gør kurver klar</source>
   <translation>Preparing curves</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/moede.py" />
   <source>Gør mødet klar</source>
   <translation>Preparing the meeting</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/exporting.py" />
   <location filename="../../sundhedsklynge/ui/session.py" />
   <source>Gør siderne klar</source>
   <translation>Preparing the pages</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/import_wizard/sheet.py" />
   <source>Gør sådan</source>
   <translation>What to do</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/moede_slides.py" />
   <location filename="../../sundhedsklynge/ui/window.py" />
   <source>Handling</source>
   <translation>Action</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/window.py" />
   <source>Handling på siden</source>
   <translation>Action on the page</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/data/names.py" />
   <source>Hent kortlægning</source>
   <translation>Load mapping</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/data/names.py" />
   <source>Henter kortlægningen</source>
   <translation>Loading the mapping</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/import_wizard/reading.py" />
   <source>Her står noget, der ligner personnumre:</source>
   <translation>Here is something that looks like personal numbers:</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/prognose_table.py" />
   <source>Heraf privat</source>
   <translation>Of these private</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/prognose_why.py" />
   <source>Heraf private henvisninger</source>
   <translation>Of these private referrals</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/kvartal_sheet.py" />
   <source>Historik for den valgte linje</source>
   <translation>History of the chosen line</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/__init__.py" />
   <location filename="../../sundhedsklynge/ui/pages/hjaelp.py" />
   <location filename="../../sundhedsklynge/ui/window.py" />
   <source>Hjælp</source>
   <translation>Help</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/help.py" />
   <source>Hjælpetekst</source>
   <translation>Help text</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/data/inbox.py" />
   <source>Hold op med at overvåge</source>
   <translation>Stop watching</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/frist_days.py" />
   <source>Hold, der starter samlet</source>
   <translation>Groups that start together</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/frist_days.py" />
   <source>Hold, {slots} pladser</source>
   <translation>Group, {slots} slots</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/frist_record.py" />
   <source>Holder tidligere risiko op mod det, der skete</source>
   <translation>Holding earlier risk against what happened</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/frist_days.py" />
   <source>Holdets pladser kommer oven i ugens pladser den dag.</source>
   <translation>The group's slots come on top of the week's slots that day.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/import_wizard/reading.py" />
   <location filename="../../sundhedsklynge/ui/pages/data/agreement.py" />
   <location filename="../../sundhedsklynge/ui/pages/data/changes.py" />
   <location filename="../../sundhedsklynge/ui/pages/data/names.py" />
   <location filename="../../sundhedsklynge/ui/pages/data/openness.py" />
   <location filename="../../sundhedsklynge/ui/pages/kvartal_beside.py" />
   <location filename="../../sundhedsklynge/ui/pages/kvartal_typing.py" />
   <location filename="../../sundhedsklynge/ui/pages/moede_slides.py" />
   <location filename="../../sundhedsklynge/ui/pages/prognose_correct.py" />
   <source>Hospital</source>
   <translation>Hospital</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/kvartal_sheet.py" />
   <source>Hospital til en ny linje</source>
   <translation>Hospital of a new line</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/frist_whatif.py" />
   <source>Hospital, der stopper</source>
   <translation>Hospital that stops</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/kvartal_beside.py" />
   <location filename="../../sundhedsklynge/ui/pages/kvartal_offers.py" />
   <source>Hospitaler</source>
   <translation>Hospitals</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/kvartal_beside.py" />
   <source>Hospitaler side om side i {quarter}, for borgere i {place}.</source>
   <translation>Hospitals side by side in {quarter}, for citizens in {place}.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/data/files.py" />
   <source>Hospitaler: {names}</source>
   <translation>Hospitals: {names}</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/prognose_why.py" />
   <source>Hospitalerne:</source>
   <translation>The hospitals:</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/hospitals.py" />
   <source>Hospitalernes data</source>
   <translation>The hospitals' data</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/scopebar.py" />
   <source>Hospitalernes data: vis alder på hver fil</source>
   <translation>The hospitals' data: show the age of each file</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/indstillinger_rules.py" />
   <source>Hospitalernes filer</source>
   <translation>The hospitals' files</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/paper_pages.py" />
   <source>Hospitalernes planer</source>
   <translation>The hospitals' plans</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/data/openness.py" />
   <source>Hospitalernes åbenhed</source>
   <translation>The hospitals' openness</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/data/names.py" />
   <source>Huskede kortlægninger</source>
   <translation>Remembered mappings</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/frist_days.py" />
   <source>Hvad</source>
   <translation>What</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/moede_decide.py" />
   <source>Hvad beslutter I? Ingen personoplysninger. (Alt+B)</source>
   <translation>What do you decide? No personal data. (Alt+B)</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/data/agreement.py" />
   <source>Hvad deles</source>
   <translation>What is shared</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/frist_days.py" />
   <source>Hvad der tilføjes</source>
   <translation>What is added</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/overblik.py" />
   <source>Hvad er nyt siden sidst</source>
   <translation>What is new since last time</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/kvartal_sheet.py" />
   <source>Hvad er sagt før</source>
   <translation>What was said before</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/moede_slides.py" />
   <source>Hvad har I besluttet?</source>
   <translation>What have you decided?</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/moede_slides.py" />
   <source>Hvad har ændret sig?</source>
   <translation>What has changed?</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/moede_slides.py" />
   <source>Hvad kan gøres?</source>
   <translation>What can be done?</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/frist_whatif.py" />
   <source>Hvad nu hvis</source>
   <translation>What if</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/moede_scenarios.py" />
   <source>Hvad nu hvis?</source>
   <translation>What if?</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/moede_decide.py" />
   <source>Hvad skal noteres? Ingen personoplysninger. (Alt+B)</source>
   <translation>What is to be noted? No personal data. (Alt+B)</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/kvartal_remarks.py" />
   <source>Hvad skete der, eller hvad gjorde I? Ingen personoplysninger.</source>
   <translation>What happened, or what did you do? No personal data.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/kvartal_offers.py" />
   <source>Hvad tilbuddet er, og for hvem</source>
   <translation>What the offer is, and for whom</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/frist_record.py" />
   <source>Hvem</source>
   <translation>Who</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/frist_whatif.py" />
   <source>Hver uge</source>
   <translation>Every week</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/indstillinger.py" />
   <source>Hver ændring gemmes med det samme og kan fortrydes.</source>
   <translation>Each change is saved at once and can be undone.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/tour.py" />
   <source>Hvert felt er en kommune i en uge: sandsynligheden for, at mindst én borger når over fristen. Klik på et felt, eller brug piletasterne. Grunden står til højre, og Enter åbner ugen under Frist.</source>
   <translation>Each cell is a municipality in a week: the probability that at least one citizen passes the deadline. Click a cell or use the arrow keys. The reason is at the right, and Enter opens the week under Deadline.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/moede_slides.py" />
   <source>Hvor er der risiko for at overskride 7-dages-fristen?</source>
   <translation>Where is there a risk of missing the 7-day deadline?</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/moede_slides.py" />
   <source>Hvor friske er data?</source>
   <translation>How fresh are the data?</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/frist_area.py" />
   <location filename="../../sundhedsklynge/ui/pages/frist_desk.py" />
   <source>Hvor god var den</source>
   <translation>Past risk</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/frist_whatif.py" />
   <source>Hvor gør de mest nytte?</source>
   <translation>Where do they do most good?</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/tenths_chart.py" />
   <source>Hvor tallene faldt i fordelingen</source>
   <translation>Where the figures fell in the distribution</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/tenths_chart.py" />
   <source>Hvor tallene faldt i prognosens fordeling (procent af ugerne): {place}</source>
   <translation>Where the figures fell in the forecast's distribution (per cent of weeks): {place}</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/data/openness.py" />
   <source>Hvor tit hospitalerne deler planer, hvor langt frem, og hvor meget de havde fortalt i god tid.</source>
   <translation>How often hospitals share plans, how far ahead, and how much they had told in good time.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/moede_decide.py" />
   <source>Hvordan gik den valgte beslutning?</source>
   <translation>How did the chosen decision go?</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/moede_slides.py" />
   <source>Hvordan gik det siden sidst?</source>
   <translation>How did it go since last time?</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/moede_slides.py" />
   <source>Hvordan går det med 72 timer og plejehjemslæger?</source>
   <translation>How are 72 hours and nursing-home doctors doing?</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/frist_days.py" />
   <location filename="../../sundhedsklynge/ui/pages/frist_record.py" />
   <source>Hvorfor</source>
   <translation>Why</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/frist_days.py" />
   <source>Hvorfor (kan udelades)</source>
   <translation>Why (optional)</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/prognose.py" />
   <location filename="../../sundhedsklynge/ui/pages/prognose_why.py" />
   <source>Hvorfor dette tal</source>
   <translation>Why this number</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/prognose_why.py" />
   <source>Hvorfor dette tal: {place}, {procedure}, {week}</source>
   <translation>Why this number: {place}, {procedure}, {week}</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/frist_desk.py" />
   <source>Hvorfor pladserne er ændret</source>
   <translation>Why the slots were changed</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/frist_desk.py" />
   <source>Hvorfor? Enter gemmer</source>
   <translation>Why? Enter saves</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/prognose_correct.py" />
   <source>Hvorfor? Skriv ingen navne</source>
   <translation>Why? Enter no names</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/frist_record.py" />
   <source>Hvornår</source>
   <translation>When</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/indstillinger.py" />
   <source>Høj kontrast, lyst</source>
   <translation>High contrast, light</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/indstillinger.py" />
   <source>Høj kontrast, mørkt</source>
   <translation>High contrast, dark</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/frist_scenarios.py" />
   <location filename="../../sundhedsklynge/ui/pages/moede_scenarios.py" />
   <location filename="../../sundhedsklynge/ui/pages/moede_slides.py" />
   <source>Højeste risiko</source>
   <translation>Highest risk</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/frist_matrix.py" />
   <location filename="../../sundhedsklynge/ui/pages/frist_ranking.py" />
   <source>Højeste risiko %</source>
   <translation>Highest risk %</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/kvartal_part.py" />
   <location filename="../../sundhedsklynge/ui/session.py" />
   <source>I alt</source>
   <translation>Total</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/frist_ranking.py" />
   <source>I uge</source>
   <translation>In week</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/moede_slides.py" />
   <source>I ugen</source>
   <translation>In the week</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/frist_view.py" />
   <source>I ugen er der {days}.</source>
   <translation>In the week there are {days}.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/frist_view.py" />
   <source>I ugen før er der {days}.</source>
   <translation>In the week before there are {days}.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/importing.py" />
   <source>Import af {name}</source>
   <translation>Import of {name}</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/data/files.py" />
   <source>Import nr.</source>
   <translation>Import no.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/importing.py" />
   <source>Importen af {file} er annulleret. Intet fra filen er gemt.</source>
   <translation>The import of {file} is cancelled. Nothing from the file is saved.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/data/files.py" />
   <source>Importerede filer</source>
   <translation>Imported files</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/import_wizard/watch.py" />
   <source>Importerer {count} filer</source>
   <translation>Importing {count} files</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/importing.py" />
   <source>Importerer {names}</source>
   <translation>Importing {names}</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/import_wizard/sheet.py" />
   <source>Importeres</source>
   <translation>Imported</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/data/files.py" />
   <source>Importeret</source>
   <translation>Imported</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/importing.py" />
   <source>Importeret: {names}. {rows} i alt.</source>
   <translation>Imported: {names}. {rows} in all.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/import_wizard/sheet.py" />
   <location filename="../../sundhedsklynge/ui/pages/data/inbox.py" />
   <source>Importér</source>
   <translation>Import</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/data/inbox.py" />
   <source>Importér alle, der er klar</source>
   <translation>Import all that are ready</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/data/inbox.py" />
   <source>Importér de valgte filer (Enter)</source>
   <translation>Import the chosen files (Enter)</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/moede_slides.py" />
   <source>Importér en operationsplan under Data.</source>
   <translation>Import a surgery plan under Data.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/data/openness.py" />
   <source>Importér en operationsplan.</source>
   <translation>Import a surgery plan.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/import_wizard/sheet.py" />
   <source>Importér fil</source>
   <translation>Import file</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/gaps.py" />
   <location filename="../../sundhedsklynge/ui/pages/data/changes.py" />
   <location filename="../../sundhedsklynge/ui/pages/data/openness.py" />
   <location filename="../../sundhedsklynge/ui/pages/start.py" />
   <location filename="../../sundhedsklynge/ui/window.py" />
   <source>Importér filer</source>
   <translation>Import files</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/start.py" />
   <source>Importér jeres filer</source>
   <translation>Import your files</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/data/changes.py" />
   <source>Importér mindst to planer fra samme hospital.</source>
   <translation>Import at least two plans from the same hospital.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/import_wizard/sheet.py" />
   <source>Importér resten</source>
   <translation>Import the rest</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/import_wizard/sheet.py" />
   <source>Importér resten ({rows})</source>
   <translation>Import the rest ({rows})</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/kvartal_reading.py" />
   <source>Importér tallene, eller tast dem ind under Indtastning.</source>
   <translation>Import the figures or enter them under Entry.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/import_wizard/sheet.py" />
   <source>Importér {file}</source>
   <translation>Import {file}</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/import_wizard/sheet.py" />
   <source>Importér {rows}</source>
   <translation>Import {rows}</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/kvartal_year.py" />
   <source>Indberettede genoptræningsplaner</source>
   <translation>Reported rehabilitation plans</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/kvartal_year.py" />
   <source>Indberettede operationer</source>
   <translation>Reported operations</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/kvartal_year.py" />
   <source>Indberettede planer</source>
   <translation>Reported plans</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/kvartal.py" />
   <source>Inddeling i områder</source>
   <translation>Division into areas</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/prognose_record.py" />
   <source>Inden for 80 %</source>
   <translation>Within 80 %</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/frist_prices.py" />
   <location filename="../../sundhedsklynge/ui/pages/kvartal_beside.py" />
   <location filename="../../sundhedsklynge/ui/pages/kvartal_year.py" />
   <location filename="../../sundhedsklynge/ui/pages/prognose.py" />
   <location filename="../../sundhedsklynge/ui/pages/prognose_record.py" />
   <source>Indgreb</source>
   <translation>Procedure</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/kvartal_indicators.py" />
   <location filename="../../sundhedsklynge/ui/pages/kvartal_part.py" />
   <location filename="../../sundhedsklynge/ui/pages/kvartal_remarks.py" />
   <location filename="../../sundhedsklynge/ui/pages/kvartal_targets.py" />
   <location filename="../../sundhedsklynge/ui/pages/moede_slides.py" />
   <source>Indikator</source>
   <translation>Indicator</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/kvartal_indicators.py" />
   <source>Indikatorer</source>
   <translation>Indicators</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/data/names.py" />
   <source>Indlæs områder</source>
   <translation>Load areas</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/data/names.py" />
   <source>Indlæser områder</source>
   <translation>Loading areas</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/__init__.py" />
   <location filename="../../sundhedsklynge/ui/pages/indstillinger.py" />
   <source>Indstillinger</source>
   <translation>Settings</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/kvartal_entry.py" />
   <source>Indtast</source>
   <translation>Enter</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/kvartal.py" />
   <source>Indtastning</source>
   <translation>Entry</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/frist_whatif.py" />
   <source>Ingen</source>
   <translation>None</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/data/openness.py" />
   <source>Ingen aftale. Tilføj en for at følge, om den holdes.</source>
   <translation>No agreement. Add one to follow whether it is kept.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/kvartal_remarks.py" />
   <source>Ingen bemærkninger endnu. Skriv, hvad der er gjort ved en indikator, eller hvornår grænser regnes om.</source>
   <translation>No remarks yet. Enter what was done about an indicator, or from when limits are computed anew.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/kvartal_beside.py" />
   <source>Ingen bemærkninger. Skriv under Indtastning, hvad der er gjort.</source>
   <translation>No remarks. Enter under Entry what was done.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/moede_slides.py" />
   <source>Ingen beslutninger endnu. Skriv den første nederst; den gemmes med dato, data og ansvarlig.</source>
   <translation>No decisions yet. Enter the first at the bottom; it is saved with date, data and responsible.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/prognose.py" />
   <source>Ingen data for {place}. Importér planer eller genoptræningsplaner.</source>
   <translation>No data for {place}. Import surgery plans or rehabilitation plans.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/importing.py" />
   <source>Ingen database er åben.</source>
   <translation>No database is open.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/data/names.py" />
   <source>Ingen endnu. Kortlægningen af en fil huskes, når filen er importeret.</source>
   <translation>None yet. The mapping of a file is remembered when the file has been imported.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/frist_record.py" />
   <source>Ingen har ændret pladserne endnu.</source>
   <translation>Nobody has changed the slots yet.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/data/openness.py" />
   <location filename="../../sundhedsklynge/ui/pages/moede_slides.py" />
   <source>Ingen hospitaler har delt planer endnu.</source>
   <translation>No hospital has shared a plan yet.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/hospitals.py" />
   <source>Ingen hospitaler har delt planer endnu. Importér en operationsplan.</source>
   <translation>No hospital has shared a plan yet. Import a surgery plan.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/moede_slides.py" />
   <source>Ingen kommune har en uge over målet på {target}.</source>
   <translation>No municipality has a week over the target of {target}.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/data/inbox.py" />
   <source>Ingen mappe overvåges.</source>
   <translation>No folder is watched.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/year_chart.py" />
   <source>Ingen måned er kendt i begge år. Importér data for året før.</source>
   <translation>No month is known in both years. Import data for the year before.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/data/names.py" />
   <source>Ingen navne endnu. Når du svarer på, hvad et navn i en fil betyder, huskes det her.</source>
   <translation>No names yet. When you answer what a name in a file means, it is remembered here.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/data/inbox.py" />
   <source>Ingen nye filer. Mappen ses efter hvert halve minut, så længe programmet er åbent.</source>
   <translation>No new files. The folder is looked at every half minute as long as the program is open.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/data/changes.py" />
   <source>Ingen operationsplaner at sammenligne.</source>
   <translation>No surgery plans to compare.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/overblik.py" />
   <source>Ingen pladser er indlæst for kommunen. Importér en kapacitetsfil for at se risikoen.</source>
   <translation>No slots are loaded for the municipality. Import a capacity file to see the risk.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/moede_slides.py" />
   <source>Ingen pladser er kendt. Skriv dem ind under Frist, så kan det regnes.</source>
   <translation>No slots are known. Enter them under Deadline and it can be computed.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/data/changes.py" />
   <source>Ingen plan fra samme tid sidste år. Det mangler, og er ikke nul.</source>
   <translation>No plan from the same time last year. It is missing, not zero.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/data/openness.py" />
   <source>Ingen plan i de viste uger.</source>
   <translation>No plan in the weeks shown.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/frist_prices.py" />
   <source>Ingen priser er skrevet, så der vises kun antal. Priserne står i kommunens aftale med de private.</source>
   <translation>No prices are entered, so only counts are shown. The prices are in the municipality's agreement with the private suppliers.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/prognose_record.py" />
   <source>Ingen prognose er gemt endnu. Det sker ved hver import og eksport.</source>
   <translation>No forecast is kept yet. It happens at each import and export.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/moede_scenarios.py" />
   <source>Ingen scenarier er gemt.</source>
   <translation>No scenarios are saved.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/kvartal_offers.py" />
   <source>Ingen tilbud passer. Søg på et andet ord, eller vis alle.</source>
   <translation>No offer fits. Search for another word or show all.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/prognose_record.py" />
   <source>Ingen uge er gået for {place}, siden der var nok historik.</source>
   <translation>No week has passed for {place} since there was enough history.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/frist_ranking.py" />
   <source>Ingen uger er kommet over eller under målet siden sidste fil.</source>
   <translation>No weeks have come over or under the target since the last file.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/moede_slides.py" />
   <source>Ingen uger har ændret sig mere end tilfældigt siden sidste fil.</source>
   <translation>No week has changed more than chance since the last file.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/frist_whatif.py" />
   <source>Intet</source>
   <translation>Nothing</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/overblik.py" />
   <source>Intet antal pladser i ugen bringer risikoen under målet: fristen udløber, før de kan bruges.</source>
   <translation>No number of slots in the week brings the risk under the target: the deadline expires before they can be used.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/import_wizard/sheet.py" />
   <source>Intet er gemt.</source>
   <translation>Nothing is saved.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/importing.py" />
   <source>Intet er ændret.</source>
   <translation>Nothing is changed.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/import_wizard/reading.py" />
   <source>Intet fra de kolonner gemmes.</source>
   <translation>Nothing from those columns is saved.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/palette.py" />
   <source>Intet fundet. Prøv færre bogstaver.</source>
   <translation>Nothing found. Try fewer letters.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/prognose_words.py" />
   <source>Intet hospital har delt en plan, der når disse uger. Prognosen bygger på det sædvanlige.</source>
   <translation>No hospital has shared a plan that reaches these weeks. The forecast rests on what is usual.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/data/files.py" />
   <source>Intet slettes: en fortrudt import kan gendannes. Tasten Delete skifter mellem de to.</source>
   <translation>Nothing is deleted: an undone import can be restored. The Delete key switches between the two.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/overblik.py" />
   <source>Intet væsentligt har ændret sig.</source>
   <translation>Nothing material has changed.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/import_wizard/words.py" />
   <source>Ja, de nærmeste uger</source>
   <translation>Yes, the nearest weeks</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/kvartal_sheet.py" />
   <source>Ja, det er rigtigt</source>
   <translation>Yes, that is right</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/import_wizard/words.py" />
   <source>Ja, læs den sådan</source>
   <translation>Yes, read it so</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/kvartal_sheet.py" />
   <source>Kassér det indtastede</source>
   <translation>Discard what was entered</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/kvartal_print.py" />
   <source>Katalog over tilbud</source>
   <translation>Catalogue of offers</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/kvartal_print.py" />
   <source>Katalog over tilbud, {area}</source>
   <translation>Catalogue of offers, {area}</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/kvartal_offers.py" />
   <source>Kataloget er gemt: {file}.</source>
   <translation>The catalogue is saved: {file}.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/kvartal_offers.py" />
   <source>Kataloget er tomt. Tilføj det første tilbud i felterne nedenfor.</source>
   <translation>The catalogue is empty. Add the first offer in the fields below.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/frist_record.py" />
   <location filename="../../sundhedsklynge/ui/pages/kvartal_year.py" />
   <location filename="../../sundhedsklynge/ui/pages/prognose_years.py" />
   <source>Kilde</source>
   <translation>Source</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/charts.py" />
   <location filename="../../sundhedsklynge/ui/pages/frist_paper.py" />
   <location filename="../../sundhedsklynge/ui/pages/kvartal_paper.py" />
   <location filename="../../sundhedsklynge/ui/pages/tenths_chart.py" />
   <location filename="../../sundhedsklynge/ui/pages/year_chart.py" />
   <source>Kilde: {source}</source>
   <translation>Source: {source}</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/charts.py" />
   <location filename="../../sundhedsklynge/ui/pages/frist_chart.py" />
   <location filename="../../sundhedsklynge/ui/pages/kvartal_chart.py" />
   <location filename="../../sundhedsklynge/ui/pages/tenths_chart.py" />
   <location filename="../../sundhedsklynge/ui/pages/year_chart.py" />
   <source>Kilde: {source} · opgjort pr. {day}</source>
   <translation>Source: {source} · as of {day}</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/paper_pages.py" />
   <source>Kilder og forudsætninger</source>
   <translation>Sources and assumptions</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/prognose_why.py" />
   <source>Kilder:</source>
   <translation>Sources:</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/palette.py" />
   <source>Klynge</source>
   <translation>Cluster</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/kvartal_part.py" />
   <location filename="../../sundhedsklynge/ui/session.py" />
   <source>Klynge {name}</source>
   <translation>Cluster {name}</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/kvartal.py" />
   <source>Klynger (til 2026)</source>
   <translation>Clusters (until 2026)</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/data/names.py" />
   <source>Klynger eller sundhedsråd fra en CSV-fil</source>
   <translation>Clusters or health councils from a CSV file</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/frist_desk.py" />
   <source>Knæ, hofte og skulder får denne andel af pladserne:</source>
   <translation>Knee, hip and shoulder get this share of the slots:</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/import_wizard/sheet.py" />
   <source>Kolonne</source>
   <translation>Column</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/import_wizard/columns.py" />
   <source>Kolonnen {header} læses som</source>
   <translation>The column {header} is read as</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/import_wizard/columns.py" />
   <location filename="../../sundhedsklynge/ui/import_wizard/reading.py" />
   <location filename="../../sundhedsklynge/ui/pages/data/names.py" />
   <source>Kolonner</source>
   <translation>Columns</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/data/changes.py" />
   <location filename="../../sundhedsklynge/ui/pages/frist_ranking.py" />
   <location filename="../../sundhedsklynge/ui/pages/kvartal_beside.py" />
   <location filename="../../sundhedsklynge/ui/pages/kvartal_typing.py" />
   <location filename="../../sundhedsklynge/ui/pages/moede_slides.py" />
   <location filename="../../sundhedsklynge/ui/palette.py" />
   <location filename="../../sundhedsklynge/ui/scopebar.py" />
   <source>Kommune</source>
   <translation>Municipality</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/scopebar.py" />
   <source>Kommune i området</source>
   <translation>Municipality in the area</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/kvartal_sheet.py" />
   <source>Kommune til en ny linje</source>
   <translation>Municipality of a new line</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/frist_area.py" />
   <location filename="../../sundhedsklynge/ui/pages/kvartal_beside.py" />
   <location filename="../../sundhedsklynge/ui/pages/kvartal_offers.py" />
   <source>Kommuner</source>
   <translation>Municipalities</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/frist_ranking.py" />
   <source>Kommuner efter risiko</source>
   <translation>Municipalities by risk</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/kvartal_beside.py" />
   <source>Kommuner i {quarter}. Enter vælger kommunen.</source>
   <translation>Municipalities in {quarter}. Enter chooses the municipality.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/prognose_record.py" />
   <source>Kommunerne hver for sig: {hits}.</source>
   <translation>The municipalities one by one: {hits}.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/kvartal_offers.py" />
   <location filename="../../sundhedsklynge/ui/pages/kvartal_print.py" />
   <source>Kontakt</source>
   <translation>Contact</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/kvartal_offers.py" />
   <source>Kontakt: {contact}</source>
   <translation>Contact: {contact}</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/kvartal_typing.py" />
   <source>Kontakter 72 t</source>
   <translation>Contacts 72 h</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/kvartal_signs.py" />
   <source>Kontakter inden for 72 timer</source>
   <translation>Contacts within 72 hours</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/kvartal_offers.py" />
   <source>Kontaktfunktion, ikke en person</source>
   <translation>Contact function, not a person</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/indstillinger.py" />
   <source>Kontrollerer databasen</source>
   <translation>Checking the database</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/indstillinger.py" />
   <source>Kontrollér</source>
   <translation>Check</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/indstillinger.py" />
   <source>Kopierer databasen</source>
   <translation>Copying the database</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/frist.py" />
   <location filename="../../sundhedsklynge/ui/pages/kvartal_indicators.py" />
   <location filename="../../sundhedsklynge/ui/pages/kvartal_year.py" />
   <location filename="../../sundhedsklynge/ui/pages/prognose.py" />
   <source>Kopiér diagram</source>
   <translation>Copy chart</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/frist.py" />
   <location filename="../../sundhedsklynge/ui/pages/kvartal_indicators.py" />
   <location filename="../../sundhedsklynge/ui/pages/prognose.py" />
   <source>Kopiér diagrammet som billede</source>
   <translation>Copy the chart as a picture</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/tables.py" />
   <source>Kopiér hele tabellen</source>
   <translation>Copy the whole table</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/frist_slots.py" />
   <source>Kopiér kun rækken med pladser.</source>
   <translation>Copy only the row of slots.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/framed.py" />
   <source>Kopiér som billede</source>
   <translation>Copy as picture</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/tables.py" />
   <source>Kopiér til Excel</source>
   <translation>Copy to Excel</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/data/names.py" />
   <source>Kortlægning (*.json)</source>
   <translation>Mapping (*.json)</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/data/names.py" />
   <source>Kortlægningen er gemt: {path}</source>
   <translation>The mapping is saved: {path}</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/data/names.py" />
   <source>Kortlægninger, programmet husker</source>
   <translation>Mappings the program remembers</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/kvartal_offers.py" />
   <source>Kun gældende</source>
   <translation>Only in force</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/__init__.py" />
   <location filename="../../sundhedsklynge/ui/pages/kvartal.py" />
   <location filename="../../sundhedsklynge/ui/pages/kvartal_beside.py" />
   <location filename="../../sundhedsklynge/ui/pages/kvartal_sheet.py" />
   <location filename="../../sundhedsklynge/ui/pages/moede_slides.py" />
   <source>Kvartal</source>
   <translation>Quarter</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/kvartal_typing.py" />
   <source>Kvartalet før</source>
   <translation>Last quarter</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/kvartal_typing.py" />
   <source>Kvartalets tal</source>
   <translation>The quarter's figures</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/frist_desk.py" />
   <source>Køen</source>
   <translation>The queue</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/frist_whatif.py" />
   <source>Langsommere tilbud</source>
   <translation>Slower offers</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/session.py" />
   <source>Laver demodata</source>
   <translation>Making demo data</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/indstillinger_about.py" />
   <source>Licens</source>
   <translation>Licence</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/indstillinger.py" />
   <source>Ligger her</source>
   <translation>Lies here</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/importing.py" />
   <source>Listen er gemt: {path}</source>
   <translation>The list is saved: {path}</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/details.py" />
   <location filename="../../sundhedsklynge/ui/import_wizard/sheet.py" />
   <location filename="../../sundhedsklynge/ui/page.py" />
   <source>Luk</source>
   <translation>Close</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/page.py" />
   <source>Luk beskeden</source>
   <translation>Close the message</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/details.py" />
   <location filename="../../sundhedsklynge/ui/window.py" />
   <source>Luk detaljer</source>
   <translation>Close details</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/details.py" />
   <source>Luk detaljer (Esc)</source>
   <translation>Close details (Esc)</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/import_wizard/sheet.py" />
   <source>Luk uden at importere (Esc)</source>
   <translation>Close without importing (Esc)</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/frist_days.py" />
   <source>Lukkedage og hold</source>
   <translation>Closing days and groups</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/frist_days.py" />
   <source>Lukket</source>
   <translation>Closed</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/frist_whatif.py" />
   <source>Lukket uge</source>
   <translation>Closed week</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/frist_desk.py" />
   <source>Lukket, fravær, hold</source>
   <translation>Closed, leave, groups</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/indstillinger.py" />
   <source>Lyst</source>
   <translation>Light</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/frist_desk.py" />
   <source>Læg de anbefalede pladser til planen; kan fortrydes</source>
   <translation>Add the recommended slots to the plan; can be undone</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/prognose.py" />
   <source>Lægger delene sammen</source>
   <translation>Adding up the parts</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/data/names.py" />
   <source>Lært</source>
   <translation>Learnt</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/data/names.py" />
   <source>Læs en eksporteret kortlægning</source>
   <translation>Read an exported mapping</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/kvartal_remarks.py" />
   <source>Læser bemærkninger</source>
   <translation>Reading remarks</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/frist.py" />
   <location filename="../../sundhedsklynge/ui/pages/moede.py" />
   <location filename="../../sundhedsklynge/ui/pages/overblik.py" />
   <location filename="../../sundhedsklynge/ui/pages/prognose.py" />
   <location filename="../../sundhedsklynge/ui/session.py" />
   <source>Læser data</source>
   <translation>Reading data</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/kvartal_sheet.py" />
   <source>Læser historik</source>
   <translation>Reading history</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/kvartal_indicators.py" />
   <source>Læser indikatoren</source>
   <translation>Reading the indicator</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/indstillinger.py" />
   <source>Læser indstillinger</source>
   <translation>Reading settings</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/kvartal_sheet.py" />
   <source>Læser kvartalets tal</source>
   <translation>Reading the quarter's figures</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/kvartal_indicators.py" />
   <source>Læser kvartalstal</source>
   <translation>Reading quarterly figures</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/kvartal_targets.py" />
   <source>Læser mål</source>
   <translation>Reading targets</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/data/names.py" />
   <source>Læser navne</source>
   <translation>Reading names</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/data/changes.py" />
   <source>Læser planer</source>
   <translation>Reading plans</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/prognose.py" />
   <source>Læser rettelser</source>
   <translation>Reading corrections</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/kvartal_offers.py" />
   <source>Læser tilbud</source>
   <translation>Reading offers</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/importing.py" />
   <source>Læser {name}</source>
   <translation>Reading {name}</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/data/openness.py" />
   <source>Mangler: {weeks}</source>
   <translation>Missing: {weeks}</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/filedialogs.py" />
   <source>Mappe:</source>
   <translation>Folder:</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/exporting.py" />
   <source>Mappe: {folder}</source>
   <translation>Folder: {folder}</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/importing.py" />
   <source>Mapper kan ikke slippes her.</source>
   <translation>Folders cannot be dropped here.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/kvartal_typing.py" />
   <source>Med fast læge</source>
   <translation>With doctor</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/prognose_table.py" />
   <source>Median</source>
   <translation>Median</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/actions.py" />
   <location filename="../../sundhedsklynge/ui/window.py" />
   <source>Menu</source>
   <translation>Menu</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/frist_chart.py" />
   <source>Modtager</source>
   <translation>Receives</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/frist_whatif.py" />
   <source>Modtaget fra</source>
   <translation>Received from</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/kvartal_year.py" />
   <source>Modtagne genoptræningsplaner</source>
   <translation>Received rehabilitation plans</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/kvartal_year.py" />
   <location filename="../../sundhedsklynge/ui/pages/prognose_years.py" />
   <source>Modtagne planer</source>
   <translation>Received plans</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/prognose_words.py" />
   <source>Modtagne planer mangler for de seneste uger.</source>
   <translation>Received plans are missing for the latest weeks.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/frist_desk.py" />
   <source>Modtagne planer, frister, pladser og ventende for hver uge</source>
   <translation>Received plans, deadlines, slots and waiting for each week</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/kvartal_beside.py" />
   <location filename="../../sundhedsklynge/ui/pages/kvartal_entry.py" />
   <location filename="../../sundhedsklynge/ui/pages/kvartal_indicators.py" />
   <location filename="../../sundhedsklynge/ui/pages/kvartal_targets.py" />
   <location filename="../../sundhedsklynge/ui/pages/moede_slides.py" />
   <location filename="../../sundhedsklynge/ui/pages/prognose_record.py" />
   <source>Mål</source>
   <translation>Target</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/kvartal_targets.py" />
   <source>Mål for {indicator}</source>
   <translation>Target for {indicator}</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/kvartal_targets.py" />
   <source>Mål i procent</source>
   <translation>Target in per cent</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/kvartal_targets.py" />
   <source>Mål i procent, fx 80</source>
   <translation>Target in per cent, e.g. 80</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/data/openness.py" />
   <source>Måler åbenhed</source>
   <translation>Measuring openness</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/kvartal_targets.py" />
   <source>Målet er ikke et tal.</source>
   <translation>The target is not a number.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/kvartal_targets.py" />
   <source>Målet skal ligge mellem 0 og 100 %.</source>
   <translation>The target must lie between 0 and 100 %.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/year_chart.py" />
   <source>Måneder kendt i begge år: {last} i {before} (grå, til venstre), {this} i {year} (blå, til højre), ændring {change}</source>
   <translation>Months known in both years: {last} in {before} (grey, left), {this} in {year} (blue, right), change {change}</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/__init__.py" />
   <location filename="../../sundhedsklynge/ui/pages/moede.py" />
   <source>Møde</source>
   <translation>Meeting</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/window.py" />
   <source>Mødevisning</source>
   <translation>Meeting view</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/moede.py" />
   <source>Mødevisning F11</source>
   <translation>Meeting view F11</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/indstillinger.py" />
   <source>Mørkt</source>
   <translation>Dark</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/palette.py" />
   <source>Navn</source>
   <translation>Name</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/frist_whatif.py" />
   <source>Navn på scenariet</source>
   <translation>Name of the scenario</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/filedialogs.py" />
   <source>Navn:</source>
   <translation>Name:</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/data/names.py" />
   <source>Navne</source>
   <translation>Names</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/data/names.py" />
   <source>Navne i filer</source>
   <translation>Names in files</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/data/names.py" />
   <source>Navne, programmet har lært</source>
   <translation>Names the program has learnt</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/data/names.py" />
   <source>Navnet i filen</source>
   <translation>The name in the file</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/prognose_words.py" />
   <source>Niveauet har ændret sig tydeligt for nylig. Intervallerne er gjort bredere.</source>
   <translation>The level has clearly changed of late. The intervals are made wider.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/moede_decide.py" />
   <location filename="../../sundhedsklynge/ui/pages/moede_slides.py" />
   <source>Note</source>
   <translation>Note</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/kvartal_beside.py" />
   <source>Noter</source>
   <translation>Notes</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/data/files.py" />
   <source>Nr.</source>
   <translation>No.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/data/changes.py" />
   <location filename="../../sundhedsklynge/ui/pages/kvartal_beside.py" />
   <source>Nu</source>
   <translation>Now</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/frist_whatif.py" />
   <source>Nulstil</source>
   <translation>Reset</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/data/agreement.py" />
   <source>Ny aftale</source>
   <translation>New agreement</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/data/changes.py" />
   <source>Nye</source>
   <translation>New</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/data/inbox.py" />
   <source>Nye filer i mappen</source>
   <translation>New files in the folder</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/data/inbox.py" />
   <source>Nye filer, der ikke kræver svar</source>
   <translation>New files that need no answer</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/importing.py" />
   <source>Nye hospitaler: {names}.</source>
   <translation>New hospitals: {names}.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/data/openness.py" />
   <source>Nyeste plan</source>
   <translation>Newest plan</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/data/names.py" />
   <source>Nyt navn</source>
   <translation>New name</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/frist_scenarios.py" />
   <source>Nyt navn på scenariet</source>
   <translation>New name of the scenario</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/frist_scenarios.py" />
   <source>Nyt navn, Enter gemmer</source>
   <translation>New name, Enter saves</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/kvartal_offers.py" />
   <source>Nyt tilbud</source>
   <translation>New offer</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/indstillinger.py" />
   <source>Når du genskaber fra en kopi, gemmes det, der var før, ved siden af databasen.</source>
   <translation>When you restore from a copy, what was there before is kept beside the database.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/kvartal_indicators.py" />
   <location filename="../../sundhedsklynge/ui/pages/moede_slides.py" />
   <source>Nås målet?</source>
   <translation>Target met?</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/tour.py" />
   <source>Næste</source>
   <translation>Next</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/moede.py" />
   <source>Næste (højre pil)</source>
   <translation>Next (right arrow)</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/moede.py" />
   <source>Næste ›</source>
   <translation>Next ›</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/frist_whatif.py" />
   <source>Også: {lines}</source>
   <translation>Also: {lines}</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/indstillinger.py" />
   <source>Om</source>
   <translation>About</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/overblik.py" />
   <source>Om tallene</source>
   <translation>About the figures</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/frist_scenarios.py" />
   <source>Omdøb</source>
   <translation>Rename</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/frist_scenarios.py" />
   <source>Omdøb scenariet</source>
   <translation>Rename the scenario</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/kvartal_typing.py" />
   <source>Omfattede</source>
   <translation>Covered</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/kvartal_signs.py" />
   <source>Omfattet af 72-timers behandlingsansvar</source>
   <translation>Covered by 72-hour responsibility</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/kvartal_beside.py" />
   <location filename="../../sundhedsklynge/ui/pages/prognose.py" />
   <location filename="../../sundhedsklynge/ui/palette.py" />
   <location filename="../../sundhedsklynge/ui/scopebar.py" />
   <source>Område</source>
   <translation>Area</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/tour.py" />
   <source>Område, kommune og dato gælder for alle sider. En tidligere dato viser det, der kunne siges den morgen.</source>
   <translation>Area, municipality and date hold for all pages. An earlier date shows what could be said that morning.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/scopebar.py" />
   <source>Område: hele regionen eller en klynge</source>
   <translation>Area: the whole region or a cluster</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/kvartal_beside.py" />
   <source>Områder</source>
   <translation>Areas</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/kvartal.py" />
   <source>Områder efter dato</source>
   <translation>Areas by date</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/kvartal_beside.py" />
   <source>Områder i {quarter}. Enter viser området.</source>
   <translation>Areas in {quarter}. Enter shows the area.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/prognose.py" />
   <source>Områder og kommuner</source>
   <translation>Areas and municipalities</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/kvartal.py" />
   <source>Området i toppen findes ikke i den valgte inddeling. Viser alle kommuner; åbn et område under Områder.</source>
   <translation>The area at the top is not in the chosen division. Showing all municipalities; open an area under Areas.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/prognose_record.py" />
   <source>Opdelt efter</source>
   <translation>Split by</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/statusbar.py" />
   <source>Opdigtede data. Alle forudsætninger i dem er antagelser.</source>
   <translation>Made-up data. All assumptions in them are guesses.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/data/changes.py" />
   <source>Operationer i de uger, som begge planer taler om. Aflyste er ikke talt med.</source>
   <translation>Operations in the weeks both plans speak of. Cancelled ones are not counted.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/data/changes.py" />
   <source>Operationer i de uger, som begge planer taler om. Sidste års plan er flyttet 52 uger frem.</source>
   <translation>Operations in the weeks both plans speak of. Last year's plan is moved 52 weeks forward.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/data/dropzone.py" />
   <source>Operationsplaner, genoptræningsplaner eller kapacitet. Filer med personnumre afvises.</source>
   <translation>Surgery plans, rehabilitation plans or capacity. Files with personal numbers are refused.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/start.py" />
   <source>Operationsplaner, genoptræningsplaner, kapacitet og kvartalstal fra Excel, LibreOffice eller CSV. Vælg dem, eller slip dem i vinduet. Filer med personnumre afvises.</source>
   <translation>Surgery plans, rehabilitation plans, capacity and quarterly figures from Excel, LibreOffice or CSV. Choose them or drop them in the window. Files with personal numbers are refused.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/prognose_record.py" />
   <source>Opgjort</source>
   <translation>As of</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/import_wizard/reading.py" />
   <location filename="../../sundhedsklynge/ui/pages/data/files.py" />
   <location filename="../../sundhedsklynge/ui/scopebar.py" />
   <source>Opgjort pr.</source>
   <translation>As of</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/charts.py" />
   <location filename="../../sundhedsklynge/ui/pages/frist_paper.py" />
   <location filename="../../sundhedsklynge/ui/pages/kvartal_print.py" />
   <location filename="../../sundhedsklynge/ui/pages/tenths_chart.py" />
   <location filename="../../sundhedsklynge/ui/pages/year_chart.py" />
   <source>Opgjort pr. {day}.</source>
   <translation>As of {day}.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/kvartal_paper.py" />
   <source>Opgjort pr. {day}. {basis}</source>
   <translation>As of {day}. {basis}</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/import_wizard/sheet.py" />
   <source>Optælling</source>
   <translation>Count</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/import_wizard/sheet.py" />
   <source>Optælling af filen</source>
   <translation>Count of the file</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/frist_ranking.py" />
   <source>Over eller under målet siden sidst</source>
   <translation>Over or under the target since last time</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/frist_matrix.py" />
   <location filename="../../sundhedsklynge/ui/pages/frist_scenarios.py" />
   <location filename="../../sundhedsklynge/ui/pages/frist_slots.py" />
   <location filename="../../sundhedsklynge/ui/pages/moede_scenarios.py" />
   <location filename="../../sundhedsklynge/ui/pages/moede_slides.py" />
   <location filename="../../sundhedsklynge/ui/pages/overblik.py" />
   <source>Over frist</source>
   <translation>Overdue</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/__init__.py" />
   <location filename="../../sundhedsklynge/ui/pages/overblik.py" />
   <source>Overblik</source>
   <translation>Overview</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/data/inbox.py" />
   <source>Overvåget mappe</source>
   <translation>Watched folder</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/data/page.py" />
   <source>Overvåget mappe ({count})</source>
   <translation>Watched folder ({count})</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/kvartal_offers.py" />
   <source>PDF (*.pdf)</source>
   <translation>PDF (*.pdf)</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/framed.py" />
   <source>PNG-billede (*.png)</source>
   <translation>PNG picture (*.png)</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/frist_prices.py" />
   <source>Pakke</source>
   <translation>Package</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/frist_prices.py" />
   <source>Pakke, for eksempel 01 Underekstremitet kirurgisk</source>
   <translation>Package, for example 01 Underekstremitet kirurgisk</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/frist_prices.py" />
   <source>Pakken er for {procedure}</source>
   <translation>The package is for {procedure}</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/frist_prices.py" />
   <source>Pakken er ikke gemt.</source>
   <translation>The package is not saved.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/frist_prices.py" />
   <source>Pakkens navn</source>
   <translation>Name of the package</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/frist_prices.py" />
   <source>Pakkens navn kan ikke bruges.</source>
   <translation>The name of the package cannot be used.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/frist_prices.py" />
   <source>Pakker og priser hos private leverandører</source>
   <translation>Packages and prices of private suppliers</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/indstillinger.py" />
   <source>Pasning</source>
   <translation>Care</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/import_wizard/sheet.py" />
   <source>Periode</source>
   <translation>Period</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/frist_chart.py" />
   <location filename="../../sundhedsklynge/ui/pages/frist_days.py" />
   <location filename="../../sundhedsklynge/ui/pages/overblik.py" />
   <source>Pladser</source>
   <translation>Slots</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/overblik.py" />
   <source>Pladser (form og farve: risiko)</source>
   <translation>Slots (shape and colour: risk)</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/frist_slots.py" />
   <source>Pladser for hver uge</source>
   <translation>Slots for each week</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/frist_scenarios.py" />
   <source>Pladser i alt</source>
   <translation>Slots in all</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/frist_view.py" />
   <source>Pladser i ugen</source>
   <translation>Slots in the week</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/kvartal_typing.py" />
   <source>Pladser m. læge</source>
   <translation>Places w. doctor</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/frist_matrix.py" />
   <location filename="../../sundhedsklynge/ui/pages/frist_ranking.py" />
   <location filename="../../sundhedsklynge/ui/pages/frist_scenarios.py" />
   <location filename="../../sundhedsklynge/ui/pages/moede_scenarios.py" />
   <source>Pladser mangler</source>
   <translation>Slots missing</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/frist_chart.py" />
   <source>Pladser mangler, så antallet af ventende kendes ikke.</source>
   <translation>Slots are missing, so the number waiting is not known.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/frist_view.py" />
   <source>Pladser mangler. Skriv antallet i tabellen for at se risikoen.</source>
   <translation>Slots are missing. Enter the number in the table to see the risk.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/frist_view.py" />
   <source>Pladser ugen før</source>
   <translation>Slots the week before</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/frist_chart.py" />
   <source>Pladser, ændret</source>
   <translation>Slots, changed</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/moede_slides.py" />
   <source>Pladserne er nok i de kommuner, hvor de er kendt.</source>
   <translation>Slots are enough in the municipalities where they are known.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/frist_days.py" />
   <source>Pladserne trækkes fra i hver uge i perioden og kan ses i tabellen øverst.</source>
   <translation>The slots are taken off in each week of the period and can be seen in the table above.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/frist_matrix.py" />
   <location filename="../../sundhedsklynge/ui/pages/frist_scenarios.py" />
   <location filename="../../sundhedsklynge/ui/pages/moede_scenarios.py" />
   <source>Planen</source>
   <translation>The plan</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/frist_scenarios.py" />
   <source>Planen og scenarierne side om side</source>
   <translation>The plan and the scenarios side by side</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/data/agreement.py" />
   <source>Planen ser mindst frem</source>
   <translation>The plan looks at least ahead</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/kvartal.py" />
   <location filename="../../sundhedsklynge/ui/pages/overblik.py" />
   <source>Planer</source>
   <translation>Plans</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/data/openness.py" />
   <source>Planer i alt</source>
   <translation>Plans in all</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/kvartal_signs.py" />
   <source>Planer komplette første gang</source>
   <translation>Plans complete first time</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/kvartal_signs.py" />
   <source>Planer sendt sent</source>
   <translation>Plans sent late</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/frist_waiting.py" />
   <source>Planer, der er taget ud af køen</source>
   <translation>Plans taken out of the queue</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/frist_desk.py" />
   <source>Planer, frister og pladser pr. uge: {name}</source>
   <translation>Plans, deadlines and slots a week: {name}</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/prognose_words.py" />
   <source>Planerne dækker for få uger til at lære, hvor mange genoptræningsplaner de giver. Prognosen bygger på historikken.</source>
   <translation>The plans cover too few weeks to learn how many rehabilitation plans they give. The forecast rests on history.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/frist_view.py" />
   <source>Planlagt</source>
   <translation>Planned</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/frist_view.py" />
   <source>Planlagt, fælles</source>
   <translation>Planned, shared</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/frist_view.py" />
   <source>Planlagt, {name}</source>
   <translation>Planned, {name}</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/kvartal_typing.py" />
   <source>Plejehjem</source>
   <translation>Nursing homes</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/kvartal_signs.py" />
   <source>Plejehjem med fast læge</source>
   <translation>Nursing homes with regular doctor</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/kvartal_entry.py" />
   <source>Plejehjemslæger</source>
   <translation>Nursing-home doctors</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/kvartal_signs.py" />
   <source>Plejehjemspladser med fast læge</source>
   <translation>Home places with regular doctor</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/frist_private.py" />
   <source>Pris for en ekstra plads, kr.</source>
   <translation>Price of an extra slot, DKK</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/frist_prices.py" />
   <source>Pris pr. forløb i kroner</source>
   <translation>Price per course in DKK</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/frist_prices.py" />
   <source>Pris pr. forløb, kr.</source>
   <translation>Price per course, DKK</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/frist_private.py" />
   <source>Pris uden for pakkerne, kr.</source>
   <translation>Price outside the packages, DKK</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/indstillinger_rules.py" />
   <source>Priser</source>
   <translation>Prices</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/frist_private.py" />
   <source>Priserne er ikke skrevet for alle de indgreb, der ventes, så der vises kun antal. Skriv dem under Andel og priser.</source>
   <translation>Prices are not entered for all the procedures expected, so only counts are shown. Enter them under Share and prices.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/frist_scenarios.py" />
   <source>Privat</source>
   <translation>Private</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/frist_area.py" />
   <location filename="../../sundhedsklynge/ui/pages/frist_desk.py" />
   <source>Privat og udgift</source>
   <translation>Private and cost</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/frist_private.py" />
   <source>Privat tilbud</source>
   <translation>Private care</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/moede_scenarios.py" />
   <source>Privat, kr.</source>
   <translation>Private, DKK</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/import_wizard/sheet.py" />
   <source>Problem</source>
   <translation>Problem</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/import_wizard/sheet.py" />
   <source>Problemer ({count})</source>
   <translation>Problems ({count})</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/import_wizard/sheet.py" />
   <source>Problemer i filen</source>
   <translation>Problems in the file</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/data/changes.py" />
   <source>Procedure</source>
   <translation>Procedure</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/__init__.py" />
   <location filename="../../sundhedsklynge/ui/pages/prognose.py" />
   <source>Prognose</source>
   <translation>Forecast</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/start.py" />
   <source>Prognose for genoptræningsplaner og risiko for at overskride 7-dages-fristen, uge for uge.</source>
   <translation>Forecast of rehabilitation plans and risk of missing the 7-day deadline, week by week.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/indstillinger_about.py" />
   <source>Prognosemodel {version}. Sundhedsklynge er fri software under MIT-licensen.</source>
   <translation>Forecast model {version}. Sundhedsklynge is free software under the MIT licence.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/charts.py" />
   <source>Prognosen er rettet af planlæggeren.</source>
   <translation>The forecast is corrected by the planner.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/prognose_record.py" />
   <source>Prognosen har hverken ligget for højt eller for lavt: {above} af {n} uger lå over medianen.</source>
   <translation>The forecast was neither too high nor too low: {above} of {n} weeks lay over the median.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/prognose_record.py" />
   <source>Prognosen har ligget for højt: kun {above} af {n} uger lå over medianen.</source>
   <translation>The forecast was too high: only {above} of {n} weeks lay over the median.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/prognose_record.py" />
   <source>Prognosen har ligget for lavt: {above} af {n} uger lå over medianen.</source>
   <translation>The forecast was too low: {above} of {n} weeks lay over the median.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/prognose.py" />
   <source>Prognosen som tabel</source>
   <translation>The forecast as a table</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/prognose_record.py" />
   <source>Prognoser, der er vist eller givet videre</source>
   <translation>Forecasts that were shown or passed on</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/moede_slides.py" />
   <source>Prøv andre muligheder under Frist, Hvad nu hvis.</source>
   <translation>Try other options under Deadline, What if.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/moede.py" />
   <source>Referatet er gemt: {names}.</source>
   <translation>The minutes are saved: {names}.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/palette.py" />
   <source>Region</source>
   <translation>Region</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/indstillinger.py" />
   <source>Regler</source>
   <translation>Rules</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/kvartal_remarks.py" />
   <source>Regn grænserne om herfra</source>
   <translation>Compute limits anew from here</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/notice.py" />
   <location filename="../../sundhedsklynge/ui/session.py" />
   <location filename="../../sundhedsklynge/ui/window.py" />
   <source>Regn igen</source>
   <translation>Compute again</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/frist_record.py" />
   <source>Regn videre</source>
   <translation>Go on computing</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/frist_desk.py" />
   <source>Regner anbefalingen …</source>
   <translation>Computing the recommendation …</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/prognose_record.py" />
   <source>Regner efter, hvor gode tidligere prognoser ville have været</source>
   <translation>Computing how good earlier forecasts would have been</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/frist.py" />
   <location filename="../../sundhedsklynge/ui/pages/frist_area.py" />
   <source>Regner fristen</source>
   <translation>Computing the deadline</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/frist.py" />
   <source>Regner fristen for {name}</source>
   <translation>Computing the deadline for {name}</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/frist.py" />
   <location filename="../../sundhedsklynge/ui/pages/frist_area.py" />
   <source>Regner hvad nu hvis</source>
   <translation>Computing what if</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/frist_desk.py" />
   <source>Regner igen. Tallene er fra før ændringen …</source>
   <translation>Computing again. The figures are from before the change …</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/overblik.py" />
   <location filename="../../sundhedsklynge/ui/pages/prognose.py" />
   <location filename="../../sundhedsklynge/ui/session.py" />
   <source>Regner prognosen</source>
   <translation>Computing the forecast</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/frist.py" />
   <location filename="../../sundhedsklynge/ui/pages/moede.py" />
   <location filename="../../sundhedsklynge/ui/session.py" />
   <source>Regner risikoen</source>
   <translation>Computing the risk</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/moede_scenarios.py" />
   <source>Regner scenarierne …</source>
   <translation>Computing the scenarios …</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/frist_record.py" />
   <source>Regner tidligere risiko efter</source>
   <translation>Checking earlier risk</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/prognose_record.py" />
   <source>Regner træfsikkerhed</source>
   <translation>Computing accuracy</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/kvartal_offers.py" />
   <source>Ret</source>
   <translation>Edit</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/data/agreement.py" />
   <location filename="../../sundhedsklynge/ui/pages/data/openness.py" />
   <source>Ret aftale</source>
   <translation>Edit agreement</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/frist_slots.py" />
   <source>Ret den i arket. Intet er ændret.</source>
   <translation>Correct it in the sheet. Nothing is changed.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/prognose.py" />
   <location filename="../../sundhedsklynge/ui/pages/prognose_why.py" />
   <source>Ret prognosen</source>
   <translation>Correct the forecast</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/frist_private.py" />
   <source>Ret til privat tilbud for hver uge og hvert kvartal</source>
   <translation>Right to private care for each week and quarter</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/kvartal_offers.py" />
   <source>Ret tilbud</source>
   <translation>Edit offer</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/kvartal_offers.py" />
   <source>Ret tilbud: {title}</source>
   <translation>Edit offer: {title}</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/prognose_record.py" />
   <source>Rettelser</source>
   <translation>Corrections</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/prognose_correct.py" />
   <source>Rettet prognose {words}</source>
   <translation>Corrected forecast {words}</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/prognose_why.py" />
   <source>Rettet: {reason} ({who}, {day})</source>
   <translation>Corrected: {reason} ({who}, {day})</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/indstillinger_rules.py" />
   <location filename="../../sundhedsklynge/ui/pages/moede_slides.py" />
   <location filename="../../sundhedsklynge/ui/pages/overblik.py" />
   <source>Risiko</source>
   <translation>Risk</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/frist_matrix.py" />
   <location filename="../../sundhedsklynge/ui/pages/frist_view.py" />
   <source>Risiko %</source>
   <translation>Risk %</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/heatmap.py" />
   <source>Risiko for hver kommune og uge</source>
   <translation>Risk for each municipality and week</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/moede_slides.py" />
   <source>Risikoen er størst i {place} i {week}: {risk} for at mindst én borger når over fristen.</source>
   <translation>The risk is greatest in {place} in {week}: {risk} that at least one citizen passes the deadline.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/moede_slides.py" />
   <source>Risikoen er ukendt, fordi pladserne mangler. Skriv dem ind under Frist.</source>
   <translation>The risk is unknown because slots are missing. Enter them under Deadline.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/frist_record.py" />
   <source>Risikoen regnes, som den blev sagt hver fjerde uge i det sidste halve år, i alle kommuner.</source>
   <translation>The risk is computed as it was said every fourth week in the past half year, in all municipalities.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/indstillinger.py" />
   <source>Rummer</source>
   <translation>Holds</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/tour.py" />
   <source>Rundtur, {count}: {title}</source>
   <translation>Tour, {count}: {title}</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/window.py" />
   <source>Rundturen vises på tal.</source>
   <translation>The tour is shown on figures.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/import_wizard/raw_view.py" />
   <location filename="../../sundhedsklynge/ui/import_wizard/sheet.py" />
   <source>Række</source>
   <translation>Row</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/frist_slots.py" />
   <source>Række {row}, kolonne {column} i udklippet</source>
   <translation>Row {row}, column {column} of the clipboard</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/import_wizard/raw_view.py" />
   <source>Række {row}, {name}: {value}</source>
   <translation>Row {row}, {name}: {value}</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/data/files.py" />
   <source>Rækker</source>
   <translation>Rows</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/import_wizard/words.py" />
   <source>SKS-kode</source>
   <translation>SKS code</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/framed.py" />
   <source>SVG-tegning (*.svg)</source>
   <translation>SVG drawing (*.svg)</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/frist_record.py" />
   <source>Sagt i snit</source>
   <translation>Said on average</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/frist_record.py" />
   <source>Sagt risiko</source>
   <translation>Said risk</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/frist_record.py" />
   <source>Sagt risiko mod det, der skete</source>
   <translation>Said risk against what happened</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/prognose_years.py" />
   <source>Samler måneder</source>
   <translation>Gathering months</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/frist_scenarios.py" />
   <source>Samlet</source>
   <translation>Together</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/prognose_record.py" />
   <source>Samlet score</source>
   <translation>Overall score</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/data/changes.py" />
   <source>Samme tid sidste år</source>
   <translation>Same time last year</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/data/changes.py" />
   <source>Sammenlign</source>
   <translation>Compare</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/session.py" />
   <source>Sammenligner med sidste fil</source>
   <translation>Comparing with the last file</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/kvartal_year.py" />
   <source>Sammenligner måneder</source>
   <translation>Comparing months</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/data/changes.py" />
   <source>Sammenligner planer</source>
   <translation>Comparing plans</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/frist.py" />
   <location filename="../../sundhedsklynge/ui/pages/overblik.py" />
   <source>Sammenligner risikoen med sidste fil</source>
   <translation>Comparing the risk with the last file</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/frist_area.py" />
   <location filename="../../sundhedsklynge/ui/pages/moede.py" />
   <source>Sammenligner scenarierne</source>
   <translation>Comparing the scenarios</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/overblik.py" />
   <source>Sandsynlighed for at mindst én borger når over fristen, i procent</source>
   <translation>Probability that at least one citizen passes the deadline, in per cent</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/frist_scenarios.py" />
   <location filename="../../sundhedsklynge/ui/pages/moede_scenarios.py" />
   <source>Scenarie</source>
   <translation>Scenario</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/frist_area.py" />
   <location filename="../../sundhedsklynge/ui/pages/frist_desk.py" />
   <location filename="../../sundhedsklynge/ui/pages/moede_slides.py" />
   <source>Scenarier</source>
   <translation>Scenarios</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/frist_matrix.py" />
   <source>Scenarierne kommune for kommune</source>
   <translation>The scenarios by municipality</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/frist_matrix.py" />
   <source>Scenarierne uge for uge</source>
   <translation>The scenarios by week</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/data/inbox.py" />
   <source>Se efter nu</source>
   <translation>Look now</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/data/inbox.py" />
   <source>Se filen, og svar</source>
   <translation>See the file and answer</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/indstillinger.py" />
   <source>Se hver side i databasen efter</source>
   <translation>Look through every page of the database</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/start.py" />
   <source>Se programmet med demodata</source>
   <translation>See the program with demo data</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/tour.py" />
   <source>Se risikoen og dens grund</source>
   <translation>See the risk and its reason</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/prognose.py" />
   <source>Se, hvad ugens tal er lagt sammen af</source>
   <translation>See what the week's number adds up from</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/notice.py" />
   <source>Send loggen til dem, der passer programmet: {path}</source>
   <translation>Send the log to those who look after the program: {path}</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/kvartal_indicators.py" />
   <source>Senest</source>
   <translation>Latest</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/data/openness.py" />
   <source>Seneste 26 uger</source>
   <translation>Latest 26 weeks</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/import_wizard/watch.py" />
   <location filename="../../sundhedsklynge/ui/pages/data/inbox.py" />
   <source>Ser efter nye filer</source>
   <translation>Looking for new files</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/data/openness.py" />
   <source>Ser frem</source>
   <translation>Ahead</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/prognose.py" />
   <source>Ser, hvor forventningen har flyttet sig</source>
   <translation>Seeing where the expectation has moved</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/window.py" />
   <source>Side</source>
   <translation>Page</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/window.py" />
   <source>Side {number}</source>
   <translation>Page {number}</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/minutes_paper.py" />
   <location filename="../../sundhedsklynge/ui/pages/kvartal_print.py" />
   <location filename="../../sundhedsklynge/ui/paper_pages.py" />
   <source>Side {page} af {pages}</source>
   <translation>Page {page} of {pages}</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/moede_slides.py" />
   <source>Siden sidst</source>
   <translation>Since last time</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/frist_desk.py" />
   <source>Siden sidste fil: {said}</source>
   <translation>Since the last file: {said}</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/navigation.py" />
   <source>Sider</source>
   <translation>Pages</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/exporting.py" />
   <source>Siderne er sendt til {printer}.</source>
   <translation>The pages are sent to {printer}.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/frist_waiting.py" />
   <source>Sidste 13 uger: {missed} af {all} frister blev overskredet, regnet fra udskrivning, som loven gør; {missed_received} af {all_received}, regnet fra modtagelse.</source>
   <translation>Last 13 weeks: {missed} of {all} deadlines were missed, counted from discharge, as the law does; {missed_received} of {all_received}, counted from receipt.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/frist_days.py" />
   <source>Sidste dag</source>
   <translation>Last day</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/kvartal_indicators.py" />
   <source>Sidste kv.</source>
   <translation>Last qtr</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/data/changes.py" />
   <location filename="../../sundhedsklynge/ui/pages/kvartal_indicators.py" />
   <source>Sidste år</source>
   <translation>Last year</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/window.py" />
   <source>Skift tema</source>
   <translation>Switch theme</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/start.py" />
   <source>Skriv adressen på klyngens server, eller vælg en databasefil på denne maskine.</source>
   <translation>Enter the address of the cluster's server, or choose a database file on this computer.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/frist_desk.py" />
   <source>Skriv andelen her:</source>
   <translation>Write the share here:</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/frist_area.py" />
   <location filename="../../sundhedsklynge/ui/pages/frist_desk.py" />
   <source>Skriv antal pladser ind for at se risikoen.</source>
   <translation>Enter numbers of slots to see the risk.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/kvartal_targets.py" />
   <source>Skriv det i procent, fx 80 eller 80,5.</source>
   <translation>Enter it in per cent, e.g. 80 or 80,5.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/kvartal_targets.py" />
   <source>Skriv det i procent, fx 80.</source>
   <translation>Enter it in per cent, e.g. 80.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/frist_prices.py" />
   <source>Skriv det uden semikolon og parentes.</source>
   <translation>Write it without semicolons and brackets.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/import_wizard/questions.py" />
   <source>Skriv et andet navn</source>
   <translation>Enter another name</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/frist_prices.py" />
   <source>Skriv et navn, vælg mindst ét indgreb, og skriv prisen i kroner.</source>
   <translation>Enter a name, choose at least one procedure and enter the price in DKK.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/frist_private.py" />
   <source>Skriv prisen for en ekstra plads under Andel og priser for at sammenligne.</source>
   <translation>Enter the price of an extra slot under Share and prices to compare.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/kvartal_sheet.py" />
   <source>Skriv tallene i felterne, eller sæt dem ind fra Excel med Ctrl+V.</source>
   <translation>Enter the figures in the fields, or paste them from Excel with Ctrl+V.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/kvartal_offers.py" />
   <source>Skriver kataloget</source>
   <translation>Writing the catalogue</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/data/names.py" />
   <location filename="../../sundhedsklynge/ui/palette.py" />
   <source>Slags</source>
   <translation>Kind</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/frist_scenarios.py" />
   <source>Slet</source>
   <translation>Delete</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/frist_scenarios.py" />
   <source>Slet scenariet</source>
   <translation>Delete the scenario</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/data/dropzone.py" />
   <source>Slip filer her</source>
   <translation>Drop files here</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/data/dropzone.py" />
   <source>Slip filer hvor som helst i vinduet</source>
   <translation>Drop files anywhere in the window</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/prognose_record.py" />
   <source>Slog reglen</source>
   <translation>Beat the rule</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/tour.py" />
   <source>Slut rundturen (Esc)</source>
   <translation>End the tour (Esc)</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/indstillinger.py" />
   <source>Som computeren</source>
   <translation>As the computer</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/import_wizard/sheet.py" />
   <source>Spring filen over</source>
   <translation>Skip the file</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/tour.py" />
   <source>Spring over</source>
   <translation>Skip</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/indstillinger.py" />
   <source>Sprog</source>
   <translation>Language</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/indstillinger.py" />
   <source>Sprog (Language)</source>
   <translation>Language (Sprog)</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/indstillinger_rules.py" />
   <source>Standard</source>
   <translation>Default</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/__init__.py" />
   <source>Start</source>
   <translation>Start</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/data/files.py" />
   <location filename="../../sundhedsklynge/ui/pages/kvartal_beside.py" />
   <location filename="../../sundhedsklynge/ui/pages/kvartal_indicators.py" />
   <location filename="../../sundhedsklynge/ui/pages/moede_slides.py" />
   <location filename="../../sundhedsklynge/ui/statusbar.py" />
   <source>Status</source>
   <translation>Status</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/kvartal_offers.py" />
   <location filename="../../sundhedsklynge/ui/pages/kvartal_part.py" />
   <location filename="../../sundhedsklynge/ui/pages/kvartal_print.py" />
   <location filename="../../sundhedsklynge/ui/pages/kvartal_remarks.py" />
   <location filename="../../sundhedsklynge/ui/pages/kvartal_targets.py" />
   <location filename="../../sundhedsklynge/ui/pages/moede_slides.py" />
   <source>Sted</source>
   <translation>Place</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/frist_record.py" />
   <source>Stop</source>
   <translation>Stop</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/import_wizard/sheet.py" />
   <location filename="../../sundhedsklynge/ui/statusbar.py" />
   <source>Stop det, der arbejdes på</source>
   <translation>Stop what is being worked on</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/statusbar.py" />
   <source>Stopper</source>
   <translation>Stops</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/moede.py" />
   <source>Stor skrift uden andet omkring</source>
   <translation>Large type with nothing else around</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/data/names.py" />
   <source>Står i filen</source>
   <translation>In the file</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/navigation.py" />
   <location filename="../../sundhedsklynge/ui/window.py" />
   <source>Sundhedsklynge</source>
   <translation>Sundhedsklynge</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/indstillinger_about.py" />
   <source>Sundhedsklynge {version}</source>
   <translation>Sundhedsklynge {version}</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/palette.py" />
   <source>Sundhedsråd</source>
   <translation>Health council</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/kvartal.py" />
   <source>Sundhedsråd (fra 2027)</source>
   <translation>Health councils (from 2027)</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/import_wizard/questions.py" />
   <source>Svar</source>
   <translation>Answer</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/import_wizard/reading.py" />
   <source>Sådan er den læst</source>
   <translation>How it was read</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/import_wizard/reading.py" />
   <source>Sådan er filen læst</source>
   <translation>How the file was read</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/indstillinger.py" />
   <source>Sæt en kopi i databasens sted</source>
   <translation>Put a copy in the database's place</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/frist_slots.py" />
   <location filename="../../sundhedsklynge/ui/pages/kvartal_typing.py" />
   <source>Sæt ind fra Excel</source>
   <translation>Paste from Excel</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/kvartal_targets.py" />
   <source>Sæt mål</source>
   <translation>Set target</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/frist_scenarios.py" />
   <source>Sæt scenariet i panelet Hvad nu hvis (Enter)</source>
   <translation>Put the scenario in the What if panel (Enter)</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/palette.py" />
   <location filename="../../sundhedsklynge/ui/window.py" />
   <source>Søg</source>
   <translation>Search</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/palette.py" />
   <source>Søg efter kommune, område, side eller handling</source>
   <translation>Search for municipality, area, page or action</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/kvartal_offers.py" />
   <source>Søg i tilbud</source>
   <translation>Search offers</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/kvartal_offers.py" />
   <source>Søg i tilbud, steder og kontakter</source>
   <translation>Search offers, places and contacts</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/tour.py" />
   <source>Søg, eller få hjælp</source>
   <translation>Search, or get help</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/kvartal_offers.py" />
   <source>Søger i tilbud</source>
   <translation>Searching offers</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/frist.py" />
   <source>Tabel</source>
   <translation>Table</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/import_wizard/door.py" />
   <source>Tabeller (*.csv *.tsv *.txt *.xlsx *.xlsm *.xls *.ods *.json);;Alle filer (*)</source>
   <translation>Tables (*.csv *.tsv *.txt *.xlsx *.xlsm *.xls *.ods *.json);;All files (*)</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/data/names.py" />
   <source>Tabeller (*.csv)</source>
   <translation>Tables (*.csv)</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/import_wizard/sheet.py" />
   <source>Tag det sidste svar tilbage</source>
   <translation>Take the last answer back</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/indstillinger.py" />
   <source>Tag en kopi</source>
   <translation>Make a copy</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/kvartal_beside.py" />
   <source>Tal</source>
   <translation>Figures</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/kvartal_beside.py" />
   <source>Tal for indikatoren</source>
   <translation>Figures of the indicator</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/kvartal_sheet.py" />
   <source>Tal for {quarter}</source>
   <translation>Figures for {quarter}</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/frist_settings.py" />
   <source>Tal fra før den dag regnes stadig med det, der gjaldt da.</source>
   <translation>Figures from before that day are still computed with what held then.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/moede_view.py" />
   <source>Tal på siden</source>
   <translation>Figures on the page</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/moede_scenarios.py" />
   <source>Tallene er summer af de næste {weeks} uger. Scenarier laves under Frist.</source>
   <translation>The figures are sums over the next {weeks} weeks. Scenarios are made under Deadline.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/kvartal_beside.py" />
   <source>Tallene fordeler sig ikke på hospitaler.</source>
   <translation>The figures are not split by hospital.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/kvartal_beside.py" />
   <source>Tegn</source>
   <translation>Signs</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/moede_slides.py" />
   <source>Tekst</source>
   <translation>Text</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/indstillinger.py" />
   <source>Tekststørrelse</source>
   <translation>Text size</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/indstillinger.py" />
   <source>Tema</source>
   <translation>Theme</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/indstillinger.py" />
   <source>Tema (skift med Ctrl+T)</source>
   <translation>Theme (switch with Ctrl+T)</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/kvartal_beside.py" />
   <source>Tidlig udskrivning</source>
   <translation>Early discharge</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/tenths_chart.py" />
   <source>Tiendedel {place} fra lavest: {share} % af ugerne</source>
   <translation>Tenth {place} from the lowest: {share} % of the weeks</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/tenths_chart.py" />
   <source>Tiendedele fra lavest til højest, i %: {shares}. Ærlige intervaller giver 10 i hver.</source>
   <translation>Tenths from lowest to highest, in %: {shares}. Honest intervals give 10 in each.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/frist_days.py" />
   <source>Til</source>
   <translation>To</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/prognose_correct.py" />
   <source>Til og med</source>
   <translation>Until</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/data/changes.py" />
   <source>Til planen</source>
   <translation>To the plan</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/prognose_correct.py" />
   <source>Til uge</source>
   <translation>To week</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/frist_whatif.py" />
   <source>Tilbage til planen</source>
   <translation>Back to the plan</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/kvartal.py" />
   <location filename="../../sundhedsklynge/ui/pages/kvartal_offers.py" />
   <location filename="../../sundhedsklynge/ui/pages/kvartal_print.py" />
   <source>Tilbud</source>
   <translation>Offers</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/kvartal_offers.py" />
   <source>Tilbud, der gælder på den dag, der er valgt øverst</source>
   <translation>Offers in force on the day chosen at the top</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/frist_days.py" />
   <source>Tilføj</source>
   <translation>Add</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/data/openness.py" />
   <source>Tilføj aftale</source>
   <translation>Add agreement</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/kvartal_sheet.py" />
   <source>Tilføj linje</source>
   <translation>Add line</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/kvartal_offers.py" />
   <source>Tilføj tilbud</source>
   <translation>Add offer</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/kvartal_offers.py" />
   <source>Tilføj tilbud: {title}</source>
   <translation>Add offer: {title}</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/data/inbox.py" />
   <source>Tilstand</source>
   <translation>State</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/kvartal_offers.py" />
   <source>Titel</source>
   <translation>Title</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/kvartal_offers.py" />
   <source>Titel, fx Genoptræning efter knæoperation</source>
   <translation>Title, e.g. Rehabilitation after knee surgery</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/data/changes.py" />
   <source>To planer</source>
   <translation>Two plans</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/hjaelp.py" />
   <source>Tre korte trin gennem det vigtigste</source>
   <translation>Three short steps through the essentials</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/moede.py" />
   <source>Trin</source>
   <translation>Step</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/prognose_record.py" />
   <source>Træf i intervallet</source>
   <translation>Hits in the interval</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/prognose.py" />
   <location filename="../../sundhedsklynge/ui/pages/prognose_record.py" />
   <source>Træfsikkerhed</source>
   <translation>Accuracy</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/frist_scenarios.py" />
   <source>Træk i Hvad nu hvis, og gem ændringerne for at sammenligne dem med planen.</source>
   <translation>Drag in What if and save the changes to compare them with the plan.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/kvartal_typing.py" />
   <source>Tvivl</source>
   <translation>Doubts</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/moede_decide.py" />
   <location filename="../../sundhedsklynge/ui/pages/moede_slides.py" />
   <source>Type</source>
   <translation>Type</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/kvartal_offers.py" />
   <location filename="../../sundhedsklynge/ui/pages/kvartal_print.py" />
   <source>Udbyder</source>
   <translation>Provider</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/kvartal_offers.py" />
   <source>Udbyder af tilbuddet</source>
   <translation>Provider of the offer</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/import_wizard/reading.py" />
   <source>Udelad kolonnerne, og læs resten</source>
   <translation>Leave the columns out and read the rest</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/moede_decide.py" />
   <location filename="../../sundhedsklynge/ui/pages/moede_slides.py" />
   <source>Udfald</source>
   <translation>Outcome</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/frist_slots.py" />
   <source>Udfyld mod højre</source>
   <translation>Fill to the right</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/frist_slots.py" />
   <source>Udfyld nedad</source>
   <translation>Fill down</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/moede_decide.py" />
   <source>Udført</source>
   <translation>Carried out</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/indstillinger_about.py" />
   <source>Udgave</source>
   <translation>Version</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/frist_private.py" />
   <source>Udgift, 1.000 kr.</source>
   <translation>Cost, DKK 1.000</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/frist_matrix.py" />
   <location filename="../../sundhedsklynge/ui/pages/frist_scenarios.py" />
   <source>Udgift, kr.</source>
   <translation>Cost, DKK</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/frist_slots.py" />
   <source>Udklippet har flere rækker end tabellen.</source>
   <translation>The clipboard has more rows than the table.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/frist_slots.py" />
   <source>Udklippet rækker ud over den sidste uge.</source>
   <translation>The clipboard reaches past the last week.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/indstillinger.py" />
   <source>Udseende</source>
   <translation>Appearance</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/indstillinger.py" />
   <source>Udseendet huskes på denne computer og gælder kun dig. Sproget skifter, næste gang programmet åbnes.</source>
   <translation>The appearance is remembered on this computer and holds only for you. The language changes the next time the program is opened.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/paper.py" />
   <source>Udskriften kan ikke begynde.</source>
   <translation>Printing cannot start.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/exporting.py" />
   <source>Udskriv ugens prognose</source>
   <translation>Print the week's forecast</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/kvartal_offers.py" />
   <location filename="../../sundhedsklynge/ui/window.py" />
   <source>Udskriv …</source>
   <translation>Print …</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/exporting.py" />
   <source>Udskriver</source>
   <translation>Printing</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/kvartal_typing.py" />
   <source>Udskrivninger</source>
   <translation>Discharges</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/scopebar.py" />
   <source>Udsnit</source>
   <translation>Selection</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/data/files.py" />
   <source>Udtrukket</source>
   <translation>Extracted</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/kvartal_beside.py" />
   <location filename="../../sundhedsklynge/ui/pages/kvartal_indicators.py" />
   <location filename="../../sundhedsklynge/ui/pages/moede_slides.py" />
   <source>Udvikling</source>
   <translation>Trend</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/data/changes.py" />
   <location filename="../../sundhedsklynge/ui/pages/moede_slides.py" />
   <source>Uge</source>
   <translation>Week</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/frist_scenarios.py" />
   <source>Uge for uge</source>
   <translation>Week by week</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/prognose_record.py" />
   <source>Uge {weeks} frem: {hits}. Slog sidste års tal i {year} af {of}.</source>
   <translation>Weeks {weeks} ahead: {hits}. Beat last year in {year} of {of}.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/frist_view.py" />
   <source>Ugens pladser fordeles jævnt på dens åbne dage. Har mange frist først på ugen, skal der flere pladser til, end der ventes over fristen.</source>
   <translation>The week's slots are spread evenly over its open days. If many are due early in the week, it takes more slots than are expected past the deadline.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/frist_days.py" />
   <source>Ugens pladser fordeles på dens åbne dage. Helligdage, 24. og 31. december er lukket i forvejen.</source>
   <translation>The week's slots are spread over its open days. Public holidays, 24 and 31 December are closed already.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/frist_record.py" />
   <source>Uger</source>
   <translation>Weeks</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/prognose.py" />
   <location filename="../../sundhedsklynge/ui/pages/prognose_record.py" />
   <source>Uger frem</source>
   <translation>Ahead</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/prognose_record.py" />
   <source>Uger gået</source>
   <translation>Weeks passed</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/frist_scenarios.py" />
   <location filename="../../sundhedsklynge/ui/pages/moede_scenarios.py" />
   <source>Uger over mål</source>
   <translation>Weeks over</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/data/openness.py" />
   <source>Uger uden plan</source>
   <translation>Weeks without a plan</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/kvartal_beside.py" />
   <location filename="../../sundhedsklynge/ui/pages/kvartal_typing.py" />
   <source>Ukendt</source>
   <translation>Unknown</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/kvartal_indicators.py" />
   <source>Variation</source>
   <translation>Variation</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/start.py" />
   <source>Velkommen</source>
   <translation>Welcome</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/window.py" />
   <source>Vent, til risikoen er regnet.</source>
   <translation>Wait until the risk is computed.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/moede_slides.py" />
   <source>Ventede planer</source>
   <translation>Expected plans</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/frist_waiting.py" />
   <source>Ventende efter dage til fristen</source>
   <translation>Waiting by days to the deadline</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/frist_chart.py" />
   <source>Venter</source>
   <translation>Waiting</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/frist_desk.py" />
   <location filename="../../sundhedsklynge/ui/pages/frist_ranking.py" />
   <location filename="../../sundhedsklynge/ui/pages/moede_slides.py" />
   <source>Venter nu</source>
   <translation>Waiting</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/frist_view.py" />
   <location filename="../../sundhedsklynge/ui/pages/overblik.py" />
   <source>Venter ved ugens start</source>
   <translation>Waiting at start of week</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/frist_chart.py" />
   <source>Venter, ændret</source>
   <translation>Waiting, changed</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/prognose_record.py" />
   <source>Ventet er det, intervallerne selv lover: ved små tal rummer et 80 %-interval mere end 80 %. ▲ er mere end tilfældigt ved siden af.</source>
   <translation>Expected is what the intervals themselves promise: with small counts an 80 % interval holds more than 80 %. ▲ is off by more than chance.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/indstillinger_about.py" />
   <source>Vinduet er bygget på Qt og PySide6, som bruges uændret under GNU Lesser General Public License version 3. Bibliotekerne ligger som selvstændige filer, og du må skifte dem ud med din egen udgave. Det samme gælder psycopg. Kildekoden findes på download.qt.io og github.com/psycopg, licensens tekst på gnu.org/licenses/lgpl-3.0.</source>
   <translation>The window is built on Qt and PySide6, used unchanged under the GNU Lesser General Public License version 3. The libraries lie as separate files, and you may replace them with your own version. The same goes for psycopg. The source code is at download.qt.io and github.com/psycopg, the text of the licence at gnu.org/licenses/lgpl-3.0.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/layout.py" />
   <source>Vinduets indstillinger kan ikke læses. Standard bruges.</source>
   <translation>The window's settings cannot be read. Defaults are used.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/layout.py" />
   <source>Vinduets indstillinger var ødelagt og er sat tilbage. Den gamle fil er gemt som {path}.</source>
   <translation>The window's settings were broken and are reset. The old file is kept as {path}.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/import_wizard/sheet.py" />
   <location filename="../../sundhedsklynge/ui/import_wizard/watch.py" />
   <location filename="../../sundhedsklynge/ui/pages/frist_area.py" />
   <location filename="../../sundhedsklynge/ui/pages/frist_matrix.py" />
   <location filename="../../sundhedsklynge/ui/pages/frist_scenarios.py" />
   <location filename="../../sundhedsklynge/ui/pages/kvartal_beside.py" />
   <location filename="../../sundhedsklynge/ui/pages/overblik.py" />
   <source>Vis</source>
   <translation>Show</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/hospitals.py" />
   <source>Vis alle hospitaler</source>
   <translation>Show all hospitals</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/scopebar.py" />
   <source>Vis det, der kunne siges om morgenen denne dag</source>
   <translation>Show what could be said on the morning of this day</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/frist_matrix.py" />
   <source>Vis forskellen til</source>
   <translation>Show the difference to</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/window.py" />
   <source>Vis genveje</source>
   <translation>Show shortcuts</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/data/inbox.py" />
   <source>Vis ikke igen</source>
   <translation>Do not show again</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/frist.py" />
   <source>Vis køen som</source>
   <translation>Show the queue as</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/frist_desk.py" />
   <source>Vis nederst</source>
   <translation>Show at the bottom</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/session.py" />
   <source>Vis nyeste data</source>
   <translation>Show the newest data</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/data/changes.py" />
   <source>Vis pr.</source>
   <translation>Show as of</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/hjaelp.py" />
   <location filename="../../sundhedsklynge/ui/window.py" />
   <source>Vis rundturen</source>
   <translation>Show the tour</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/frist_scenarios.py" />
   <source>Vis scenarierne</source>
   <translation>Show the scenarios</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/frist_scenarios.py" />
   <source>Vis scenariet</source>
   <translation>Show the scenario</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/frist_waiting.py" />
   <source>Vis åbne planer</source>
   <translation>Show open plans</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/kvartal.py" />
   <source>Viser {place}, som er åbnet her på siden.</source>
   <translation>Showing {place}, opened here on the page.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/prognose.py" />
   <source>Visning</source>
   <translation>View</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/filedialogs.py" />
   <source>Vælg</source>
   <translation>Choose</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/database_door.py" />
   <source>Vælg databasefil</source>
   <translation>Choose a database file</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/data/inbox.py" />
   <source>Vælg den mappe, som hospitalerne lægger filer i. Så viser programmet nye filer her.</source>
   <translation>Choose the folder the hospitals put files in. New files are then shown here.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/frist.py" />
   <source>Vælg en anden kommune.</source>
   <translation>Choose another municipality.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/data/inbox.py" />
   <source>Vælg en anden mappe</source>
   <translation>Choose another folder</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/paper.py" />
   <source>Vælg en anden printer, eller eksportér som PDF.</source>
   <translation>Choose another printer, or export as PDF.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/frist_slots.py" />
   <source>Vælg en celle i rækken med pladser.</source>
   <translation>Choose a cell in the row of slots.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/frist_ranking.py" />
   <source>Vælg en kommune for at se og ændre dens pladser. Enter eller dobbeltklik åbner den.</source>
   <translation>Choose a municipality to see and change its slots. Enter or a double click opens it.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/frist_slots.py" />
   <source>Vælg en tidligere uge, eller kopiér færre.</source>
   <translation>Choose an earlier week or copy fewer.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/import_wizard/door.py" />
   <location filename="../../sundhedsklynge/ui/pages/data/dropzone.py" />
   <source>Vælg filer</source>
   <translation>Choose files</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/data/dropzone.py" />
   <location filename="../../sundhedsklynge/ui/pages/start.py" />
   <source>Vælg filer at importere (Ctrl+O)</source>
   <translation>Choose files to import (Ctrl+O)</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/importing.py" />
   <source>Vælg filerne, eller overvåg mappen under Data.</source>
   <translation>Choose the files, or watch the folder under Data.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/indstillinger.py" />
   <source>Vælg kopien, der skal genskabes</source>
   <translation>Choose the copy to restore</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/data/names.py" />
   <source>Vælg kortlægning</source>
   <translation>Choose mapping</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/data/inbox.py" />
   <source>Vælg mappe</source>
   <translation>Choose folder</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/exporting.py" />
   <source>Vælg mappe til eksporten</source>
   <translation>Choose a folder for the export</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/moede.py" />
   <source>Vælg mappe til referatet</source>
   <translation>Choose a folder for the minutes</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/data/inbox.py" />
   <source>Vælg mappen, som hospitalernes filer lægges i</source>
   <translation>Choose the folder the hospitals' files are put in</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/tour.py" />
   <source>Vælg område og dato ét sted</source>
   <translation>Choose area and date in one place</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/data/names.py" />
   <source>Vælg tabel over områder</source>
   <translation>Choose a table of areas</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/import_wizard/sheet.py" />
   <source>Værdi</source>
   <translation>Value</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/import_wizard/words.py" />
   <source>afdeling</source>
   <translation>department</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/frist_whatif.py" />
   <source>aktivitet {percent} %</source>
   <translation>activity {percent} %</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/kvartal_year.py" />
   <location filename="../../sundhedsklynge/ui/pages/prognose_years.py" />
   <source>aktivitetsfiler</source>
   <translation>activity files</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/data/names.py" />
   <location filename="../../sundhedsklynge/ui/pages/prognose_record.py" />
   <source>alle</source>
   <translation>all</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/frist_days.py" />
   <location filename="../../sundhedsklynge/ui/pages/kvartal_beside.py" />
   <source>alle kommuner</source>
   <translation>all municipalities</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/moede_slides.py" />
   <source>allerede over fristen</source>
   <translation>already past the deadline</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/frist_settings.py" />
   <location filename="../../sundhedsklynge/ui/pages/indstillinger.py" />
   <source>altid</source>
   <translation>always</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/import_wizard/words.py" />
   <source>antal</source>
   <translation>count</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/year_chart.py" />
   <source>april</source>
   <translation>April</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/year_chart.py" />
   <source>aug.</source>
   <translation>Aug</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/kvartal_signs.py" />
   <source>beholdning</source>
   <translation>stock</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/import_wizard/words.py" />
   <source>bemærkning</source>
   <translation>remark</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/data/names.py" />
   <source>betyder</source>
   <translation>means</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/charts.py" />
   <location filename="../../sundhedsklynge/ui/paper_chart.py" />
   <source>booket</source>
   <translation>booked</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/prognose_record.py" />
   <source>booket
+ tillæg</source>
   <translation>booked
+ extra</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/prognose_record.py" />
   <source>booket
× rate</source>
   <translation>booked
× rate</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/charts.py" />
   <source>booket 1 operation</source>
   <translation>booked 1 operation</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/charts.py" />
   <source>booket {count} operationer</source>
   <translation>booked {count} operations</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/import_wizard/words.py" />
   <source>bookingdato</source>
   <translation>booking date</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/moede_slides.py" />
   <source>borgere forventes over fristen</source>
   <translation>citizens expected past the deadline</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/import_wizard/words.py" />
   <source>bruges ikke</source>
   <translation>not used</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/scopebar.py" />
   <source>data: {fresh} af {all} hospitaler friske</source>
   <translation>data: {fresh} of {all} hospitals fresh</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/year_chart.py" />
   <source>dec.</source>
   <translation>Dec</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/data/weekstrip.py" />
   <source>delt</source>
   <translation>shared</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/indstillinger.py" />
   <source>demodata</source>
   <translation>demo data</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/kvartal_signs.py" />
   <source>det samme i alle kvartaler</source>
   <translation>the same in all quarters</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/import_wizard/words.py" />
   <source>diagnosekode</source>
   <translation>diagnosis code</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/frist_whatif.py" />
   <source>efter {days} dage</source>
   <translation>after {days} days</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/prognose_record.py" />
   <source>eksporteret</source>
   <translation>exported</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/moede_slides.py" />
   <source>ekstra pladser</source>
   <translation>extra slots</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/kvartal_signs.py" />
   <source>en beholdning, ikke tilfældig variation</source>
   <translation>a stock, not chance variation</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/indstillinger.py" />
   <source>en fil</source>
   <translation>a file</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/indstillinger.py" />
   <source>en server</source>
   <translation>a server</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/frist_waiting.py" />
   <source>er allerede over fristen pr. {day}, også med tilbud om en senere dag</source>
   <translation>are already past the deadline as of {day}, also with an offer for a later day</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/data/agreement.py" />
   <source>f.eks. planlagte knæ- og hofteoperationer pr. kommune</source>
   <translation>e.g. planned knee and hip operations per municipality</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/kvartal_beside.py" />
   <source>falder</source>
   <translation>falling</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/kvartal_beside.py" />
   <source>falder mere end tilfældigt</source>
   <translation>falling more than chance</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/year_chart.py" />
   <source>feb.</source>
   <translation>Feb</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/kvartal_signs.py" />
   <source>for få kvartaler</source>
   <translation>few quarters</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/kvartal_signs.py" />
   <source>for få kvartaler til at sige noget</source>
   <translation>too few quarters to say anything</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/prognose_record.py" />
   <source>for få, intervallerne er for smalle</source>
   <translation>too few, the intervals are too narrow</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/prognose_record.py" />
   <source>for mange, intervallerne er for brede</source>
   <translation>too many, the intervals are too wide</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/kvartal_chart.py" />
   <location filename="../../sundhedsklynge/ui/pages/kvartal_signs.py" />
   <source>forbedring</source>
   <translation>improvement</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/kvartal_signs.py" />
   <source>forbedring, som er mere end tilfældig</source>
   <translation>improvement beyond chance</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/frist_record.py" />
   <source>fortrudt: {said}</source>
   <translation>undone: {said}</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/heatmap.py" />
   <source>forventet
i alt</source>
   <translation>plans
in all</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/prognose_words.py" />
   <source>forventet i ugen, der holder opgørelsesdagen: {count}</source>
   <translation>expected in the week of the as-of date: {count}</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/charts.py" />
   <source>forventet {mean}</source>
   <translation>expected {mean}</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/kvartal_chart.py" />
   <location filename="../../sundhedsklynge/ui/pages/kvartal_signs.py" />
   <source>forværring</source>
   <translation>worsening</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/kvartal_signs.py" />
   <source>forværring, som er mere end tilfældig</source>
   <translation>worsening beyond chance</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/data/changes.py" />
   <source>fra</source>
   <translation>from</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/frist_whatif.py" />
   <source>fra dagen efter</source>
   <translation>from the day after</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/frist_settings.py" />
   <source>fra den</source>
   <translation>from</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/indstillinger.py" />
   <source>fra en dato</source>
   <translation>from a date</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/frist_waiting.py" />
   <source>fra modtagelse</source>
   <translation>from receipt</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/frist_waiting.py" />
   <source>fra udskrivning (gælder)</source>
   <translation>from discharge (in force)</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/frist_whatif.py" />
   <location filename="../../sundhedsklynge/ui/pages/kvartal_print.py" />
   <source>fra {day}</source>
   <translation>from {day}</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/heatmap.py" />
   <source>fra {limit}</source>
   <translation>from {limit}</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/frist_chart.py" />
   <source>frister</source>
   <translation>deadlines</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/data/agreement.py" />
   <source>funktioner, ikke navne på personer</source>
   <translation>functions, not names of people</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/indstillinger_rules.py" />
   <source>før {value}</source>
   <translation>before {value}</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/frist_whatif.py" />
   <source>første plads efter {days} dage</source>
   <translation>first slot after {days} days</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/import_wizard/words.py" />
   <source>genindlagt i 72 timer</source>
   <translation>readmitted within 72 hours</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/moede_slides.py" />
   <source>genoptræningsplaner ventes i {weeks} uger</source>
   <translation>rehabilitation plans expected in {weeks} weeks</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/kvartal_signs.py" />
   <source>grøn: målet er nået</source>
   <translation>green: the target is met</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/kvartal_signs.py" />
   <source>gul: højst 10 % fra målet</source>
   <translation>yellow: at most 10 % from the target</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/kvartal_offers.py" />
   <source>gældende {day}</source>
   <translation>in force {day}</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/kvartal_offers.py" />
   <location filename="../../sundhedsklynge/ui/pages/kvartal_targets.py" />
   <source>gælder fra</source>
   <translation>applies from</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/frist_whatif.py" />
   <source>hold på {slots} den {day}</source>
   <translation>group of {slots} on {day}</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/heatmap.py" />
   <source>hold øje</source>
   <translation>watch</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/import_wizard/words.py" />
   <source>hospital</source>
   <translation>hospital</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/moede_slides.py" />
   <source>hospitaler friske</source>
   <translation>hospitals fresh</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/import_wizard/raw_view.py" />
   <source>hvad rækken er</source>
   <translation>what the row is</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/heatmap.py" />
   <source>høj risiko</source>
   <translation>high risk</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/tenths_chart.py" />
   <source>højere</source>
   <translation>higher</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/frist_desk.py" />
   <source>højeste risiko i en uge; {late} ventes over fristen i alt. Træk for at se, hvad der ændrer det.</source>
   <translation>highest risk in a week; {late} expected past the deadline in all. Drag to see what changes it.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/frist_waiting.py" />
   <location filename="../../sundhedsklynge/ui/pages/year_chart.py" />
   <source>i alt</source>
   <translation>total</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/moede_slides.py" />
   <source>i den travleste uge</source>
   <translation>in the busiest week</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/frist_whatif.py" />
   <source>i hver kommune</source>
   <translation>in each municipality</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/frist_whatif.py" />
   <source>i {name}</source>
   <translation>in {name}</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/import_wizard/reading.py" />
   <source>ikke angivet</source>
   <translation>not given</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/kvartal_beside.py" />
   <source>ikke klart ændret</source>
   <translation>not clearly changed</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/kvartal_signs.py" />
   <source>ikke nået</source>
   <translation>not met</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/frist_settings.py" />
   <location filename="../../sundhedsklynge/ui/pages/indstillinger_rules.py" />
   <source>ikke sat</source>
   <translation>not set</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/year_chart.py" />
   <source>ikke slut</source>
   <translation>not over</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/data/weekstrip.py" />
   <source>ikke ventet i ugen</source>
   <translation>not due in the week</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/data/inbox.py" />
   <source>importeres af sig selv</source>
   <translation>imported by themselves</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/data/inbox.py" />
   <source>importeres ved et klik</source>
   <translation>imported with a click</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/prognose_correct.py" />
   <source>indtil videre</source>
   <translation>until further notice</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/frist_whatif.py" />
   <source>ingen</source>
   <translation>none</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/data/openness.py" />
   <source>ingen aftale</source>
   <translation>none</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/statusbar.py" />
   <source>ingen database åben</source>
   <translation>no database open</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/prognose_words.py" />
   <source>ingen modtagne planer kendes</source>
   <translation>no received plans are known</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/overblik.py" />
   <source>ingen pladser er indlæst</source>
   <translation>no slots are loaded</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/frist_matrix.py" />
   <source>ingen, vis tallene</source>
   <translation>none, show figures</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/prognose_record.py" />
   <source>intervallerne lovede {held}</source>
   <translation>the intervals promised {held}</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/overblik.py" />
   <source>intet antal rækker</source>
   <translation>no number is enough</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/kvartal_signs.py" />
   <source>intet mål</source>
   <translation>no target</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/kvartal_signs.py" />
   <source>intet mål: sæt et under Indtastning</source>
   <translation>no target: set one under Entry</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/import_wizard/sheet.py" />
   <source>ja</source>
   <translation>yes</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/year_chart.py" />
   <source>jan.</source>
   <translation>Jan</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/year_chart.py" />
   <source>juli</source>
   <translation>July</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/year_chart.py" />
   <source>juni</source>
   <translation>June</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/import_wizard/words.py" />
   <source>kommune</source>
   <translation>municipality</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/overblik.py" />
   <source>kommune-uger i høj risiko</source>
   <translation>municipality weeks at high risk</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/moede_slides.py" />
   <source>kommune-uger over {target}</source>
   <translation>municipality weeks over {target}</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/import_wizard/words.py" />
   <source>kommunekode</source>
   <translation>municipality code</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/moede_slides.py" />
   <source>kommuner over målet</source>
   <translation>municipalities over target</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/import_wizard/words.py" />
   <source>kontakter i 72 timer</source>
   <translation>contacts within 72 hours</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/data/names.py" />
   <source>kortlægning {name}.json</source>
   <translation>mapping {name}.json</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/frist_prices.py" />
   <source>kr.</source>
   <translation>DKK</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/kvartal_signs.py" />
   <source>kun tilfældig variation</source>
   <translation>only chance variation</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/import_wizard/words.py" />
   <source>kvartal</source>
   <translation>quarter</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/kvartal.py" />
   <source>kvartalstal</source>
   <translation>quarterly figures</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/tenths_chart.py" />
   <source>lavere</source>
   <translation>lower</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/frist_whatif.py" />
   <source>lukket {first} til {last}</source>
   <translation>closed {first} to {last}</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/year_chart.py" />
   <source>maj</source>
   <translation>May</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/import_wizard/words.py" />
   <source>mangelfuld</source>
   <translation>incomplete</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/import_wizard/sheet.py" />
   <location filename="../../sundhedsklynge/ui/pages/data/openness.py" />
   <location filename="../../sundhedsklynge/ui/pages/data/weekstrip.py" />
   <location filename="../../sundhedsklynge/ui/pages/kvartal_signs.py" />
   <location filename="../../sundhedsklynge/ui/paper_chart.py" />
   <source>mangler</source>
   <translation>missing</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/kvartal_signs.py" />
   <source>mangler: der er ingen tal, og det er ikke nul</source>
   <translation>missing: there are no figures, and that is not zero</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/year_chart.py" />
   <source>marts</source>
   <translation>March</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/charts.py" />
   <location filename="../../sundhedsklynge/ui/pages/kvartal_chart.py" />
   <location filename="../../sundhedsklynge/ui/paper_chart.py" />
   <source>median</source>
   <translation>median</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/kvartal_chart.py" />
   <source>middel</source>
   <translation>mean</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/frist_chart.py" />
   <source>modtager</source>
   <translation>receives</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/frist_chart.py" />
   <source>modtager {count}</source>
   <translation>receives {count}</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/import_wizard/words.py" />
   <location filename="../../sundhedsklynge/ui/paper_chart.py" />
   <source>modtaget</source>
   <translation>received</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/prognose_words.py" />
   <source>modtaget pr. uge: mindst {low}, højst {high}, senest {last}</source>
   <translation>received a week: least {low}, most {high}, latest {last}</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/charts.py" />
   <source>modtaget {count}</source>
   <translation>received {count}</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/import_wizard/words.py" />
   <location filename="../../sundhedsklynge/ui/pages/kvartal.py" />
   <location filename="../../sundhedsklynge/ui/pages/kvartal_year.py" />
   <location filename="../../sundhedsklynge/ui/pages/prognose_years.py" />
   <source>modtagne genoptræningsplaner</source>
   <translation>received rehabilitation plans</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/prognose.py" />
   <source>modtagne genoptræningsplaner og hospitalernes operationsplaner i {database}</source>
   <translation>received rehabilitation plans and the hospitals' surgery plans in {database}</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/kvartal_chart.py" />
   <source>mål {target}</source>
   <translation>target {target}</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/kvartal_chart.py" />
   <source>mål {target}: {status}</source>
   <translation>target {target}: {status}</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/kvartal_signs.py" />
   <source>målet er ikke nået</source>
   <translation>the target is not met</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/kvartal_signs.py" />
   <source>målet er nået</source>
   <translation>the target is met</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/kvartal_signs.py" />
   <source>målet nås ikke uden ændringer</source>
   <translation>the target is not met without changes</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/kvartal_signs.py" />
   <source>målet nås nogle gange, ved tilfælde</source>
   <translation>the target is met at times, by chance</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/kvartal_signs.py" />
   <source>målet nås stabilt</source>
   <translation>the target is met steadily</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/import_wizard/words.py" />
   <source>måned</source>
   <translation>month</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/data/names.py" />
   <source>navnet i filen</source>
   <translation>the name in the file</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/kvartal_chart.py" />
   <source>nedre grænse</source>
   <translation>lower limit</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/import_wizard/sheet.py" />
   <source>nej</source>
   <translation>no</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/year_chart.py" />
   <source>nov.</source>
   <translation>Nov</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/data/files.py" />
   <source>nr. {id} {file}</source>
   <translation>no. {id} {file}</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/kvartal_signs.py" />
   <source>nået</source>
   <translation>met</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/kvartal_signs.py" />
   <source>nås ikke</source>
   <translation>not met</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/kvartal_signs.py" />
   <source>nås nogle gange</source>
   <translation>met at times</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/kvartal_signs.py" />
   <source>nås stabilt</source>
   <translation>met steadily</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/import_wizard/reading.py" />
   <source>og {count} kolonner mere</source>
   <translation>and {count} more columns</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/hospitals.py" />
   <location filename="../../sundhedsklynge/ui/import_wizard/reading.py" />
   <source>og {count} mere</source>
   <translation>and {count} more</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/year_chart.py" />
   <source>okt.</source>
   <translation>Oct</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/import_wizard/words.py" />
   <source>omfattet</source>
   <translation>covered</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/import_wizard/words.py" />
   <source>operationer</source>
   <translation>operations</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/import_wizard/words.py" />
   <source>operationsdato</source>
   <translation>operation date</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/import_wizard/words.py" />
   <location filename="../../sundhedsklynge/ui/pages/moede_slides.py" />
   <location filename="../../sundhedsklynge/ui/scopebar.py" />
   <source>opgjort pr.</source>
   <translation>as of</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/charts.py" />
   <location filename="../../sundhedsklynge/ui/paper_chart.py" />
   <source>opgjort {day}</source>
   <translation>as of {day}</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/import_wizard/words.py" />
   <source>opstart</source>
   <translation>start</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/frist_waiting.py" />
   <source>over 14</source>
   <translation>over 14</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/frist_waiting.py" />
   <source>over frist</source>
   <translation>overdue</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/import_wizard/words.py" />
   <location filename="../../sundhedsklynge/ui/pages/frist_chart.py" />
   <location filename="../../sundhedsklynge/ui/pages/frist_days.py" />
   <source>pladser</source>
   <translation>slots</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/heatmap.py" />
   <source>pladser
mangler</source>
   <translation>slots
missing</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/frist_days.py" />
   <source>pladser færre om ugen</source>
   <translation>fewer slots a week</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/overblik.py" />
   <source>pladser mangler</source>
   <translation>slots missing</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/import_wizard/words.py" />
   <source>pladser med læge</source>
   <translation>places with doctor</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/data/changes.py" />
   <source>planen fra</source>
   <translation>the plan from</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/overblik.py" />
   <source>planer forventet</source>
   <translation>plans expected</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/import_wizard/words.py" />
   <source>plejehjem</source>
   <translation>nursing homes</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/import_wizard/words.py" />
   <source>plejehjem med læge</source>
   <translation>nursing homes with doctor</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/import_wizard/words.py" />
   <source>plejehjem, ukendt</source>
   <translation>nursing homes, unknown</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/kvartal_chart.py" />
   <source>pr. 100</source>
   <translation>per 100</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/import_wizard/words.py" />
   <source>privat</source>
   <translation>private</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/import_wizard/sheet.py" />
   <source>problemer i {file}.csv</source>
   <translation>problems in {file}.csv</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/import_wizard/words.py" />
   <source>procedure</source>
   <translation>procedure</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/kvartal_chart.py" />
   <source>procent</source>
   <translation>per cent</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/frist.py" />
   <source>prognose og pladser i {database}</source>
   <translation>forecast and slots in {database}</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/prognose_record.py" />
   <source>prognoser holdt op mod det, der kom, i {database}</source>
   <translation>forecasts held against what came, in {database}</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/frist_whatif.py" />
   <source>på {hospital}</source>
   <translation>at {hospital}</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/prognose_record.py" />
   <source>ramte inden for 80 %-intervallet {hits} af {n} uger; ventet {held}: {verdict}</source>
   <translation>hit within the 80 % interval in {hits} of {n} weeks; expected {held}: {verdict}</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/import_wizard/words.py" />
   <source>region</source>
   <translation>region</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/kvartal_remarks.py" />
   <source>regnes om herfra</source>
   <translation>computed anew from here</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/charts.py" />
   <source>rettet af planlæggeren</source>
   <translation>corrected by the planner</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/frist_record.py" />
   <source>rettet her</source>
   <translation>corrected here</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/heatmap.py" />
   <source>risiko</source>
   <translation>risk</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/heatmap.py" />
   <source>rolig</source>
   <translation>calm</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/kvartal_signs.py" />
   <source>rød: mere end 10 % fra målet</source>
   <translation>red: more than 10 % from the target</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/import_wizard/words.py" />
   <source>sagsnøgle</source>
   <translation>case key</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/frist_whatif.py" />
   <source>samme dag</source>
   <translation>same day</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/data/weekstrip.py" />
   <source>sen</source>
   <translation>late</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/year_chart.py" />
   <source>sept.</source>
   <translation>Sept</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/prognose_record.py" />
   <source>sidste
år</source>
   <translation>last
year</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/moede_slides.py" />
   <source>skjult</source>
   <translation>hidden</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/prognose_record.py" />
   <source>skrevet til fil</source>
   <translation>written to file</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/prognose_record.py" />
   <source>snit
8 uger</source>
   <translation>mean of
8 weeks</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/frist_scenarios.py" />
   <location filename="../../sundhedsklynge/ui/pages/moede_scenarios.py" />
   <source>som den står</source>
   <translation>as it stands</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/prognose_record.py" />
   <source>som det skal være</source>
   <translation>as it should be</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/frist_whatif.py" />
   <location filename="../../sundhedsklynge/ui/pages/tenths_chart.py" />
   <source>som ventet</source>
   <translation>as expected</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/indstillinger_rules.py" />
   <source>standard</source>
   <translation>default</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/import_wizard/words.py" />
   <source>status</source>
   <translation>status</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/kvartal_beside.py" />
   <source>stiger</source>
   <translation>rising</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/kvartal_beside.py" />
   <source>stiger mere end tilfældigt</source>
   <translation>rising more than chance</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/prognose_why.py" />
   <source>summen af delene</source>
   <translation>the sum of the parts</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/kvartal_offers.py" />
   <source>søgt på: {words}</source>
   <translation>searched for: {words}</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/data/files.py" />
   <source>tastet i vinduet</source>
   <translation>typed in the window</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/kvartal_sheet.py" />
   <source>tastet ind</source>
   <translation>entered</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/import_wizard/words.py" />
   <source>tekst</source>
   <translation>text</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/import_wizard/words.py" />
   <source>tidligste start</source>
   <translation>earliest start</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/data/changes.py" />
   <location filename="../../sundhedsklynge/ui/pages/frist_days.py" />
   <source>til</source>
   <translation>to</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/kvartal_offers.py" />
   <source>til og med</source>
   <translation>until</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/frist_whatif.py" />
   <source>til {day}</source>
   <translation>to {day}</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/kvartal_offers.py" />
   <source>tilbud {area} {day}</source>
   <translation>offers {area} {day}</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/import_wizard/words.py" />
   <source>tilbudt tid</source>
   <translation>time offered</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/kvartal_signs.py" />
   <source>tilfældig</source>
   <translation>chance</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/import_wizard/words.py" />
   <source>type af genoptræningsplan</source>
   <translation>type of rehabilitation plan</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/kvartal_signs.py" />
   <source>tæt på</source>
   <translation>close</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/kvartal_offers.py" />
   <source>udbyder: {provider}</source>
   <translation>provider: {provider}</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/moede_slides.py" />
   <source>udført</source>
   <translation>carried out</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/import_wizard/words.py" />
   <source>udskrivninger</source>
   <translation>discharges</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/import_wizard/words.py" />
   <source>udskrivningsdato</source>
   <translation>discharge date</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/import_wizard/words.py" />
   <source>uge</source>
   <translation>week</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/paper_chart.py" />
   <source>uge med lukkedage</source>
   <translation>week with closing days</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/text.py" />
   <source>uge {week}, {year}</source>
   <translation>week {week}, {year}</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/overblik.py" />
   <source>ukendt</source>
   <translation>unknown</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/paper_pages.py" />
   <source>ukendt: ingen pladser oplyst</source>
   <translation>unknown: no slots told</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/heatmap.py" />
   <source>under {limit}</source>
   <translation>under {limit}</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/text.py" />
   <source>u{week}</source>
   <translation>w{week}</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/kvartal_beside.py" />
   <location filename="../../sundhedsklynge/ui/pages/kvartal_signs.py" />
   <source>uændret</source>
   <translation>unchanged</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/moede_slides.py" />
   <source>venter nu</source>
   <translation>waiting now</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/frist_area.py" />
   <source>ventes over fristen i alle kommuner; den højeste risiko er {risk}. Træk for at se, hvad der ændrer det.</source>
   <translation>expected past the deadline in all municipalities; the highest risk is {risk}. Drag to see what changes it.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/frist_area.py" />
   <source>ventes over fristen. {said}</source>
   <translation>expected past the deadline. {said}</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/prognose_record.py" />
   <source>vist i vinduet</source>
   <translation>on screen</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/import_wizard/questions.py" />
   <location filename="../../sundhedsklynge/ui/import_wizard/reading.py" />
   <source>vælg</source>
   <translation>choose</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/import_wizard/questions.py" />
   <source>vælg eller skriv</source>
   <translation>choose or type</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/prognose_record.py" />
   <source>{count} af {n}</source>
   <translation>{count}/{n}</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/importing.py" />
   <source>{count} bemærkninger, den første: {first}</source>
   <translation>{count} remarks, the first: {first}</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/frist_waiting.py" />
   <source>{count} er udskudt uden dato.</source>
   <translation>{count} are postponed without a date.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/importing.py" />
   <source>{count} filer</source>
   <translation>{count} files</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/data/inbox.py" />
   <source>{count} filer er ved at blive skrevet.</source>
   <translation>{count} files are being written.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/import_wizard/sheet.py" />
   <source>{count} filer mere venter</source>
   <translation>{count} more files are waiting</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/data/inbox.py" />
   <source>{count} filer mere vises, når disse er taget.</source>
   <translation>{count} more files are shown when these are done.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/frist_chart.py" />
   <source>{count} frister udløber</source>
   <translation>{count} deadlines expire</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/kvartal_beside.py" />
   <source>{count} har ikke oplyst tal; de mangler og er ikke nul.</source>
   <translation>{count} have told no figures; they are missing, not zero.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/import_wizard/words.py" />
   <source>{count} importerede filer</source>
   <translation>{count} imported files</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/import_wizard/reading.py" />
   <source>{count} kolonner: {what}</source>
   <translation>{count} columns: {what}</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/overblik.py" />
   <source>{count} kommuner</source>
   <translation>{count} municipalities</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/moede_slides.py" />
   <source>{count} kommuner med lavere risiko er ikke vist.</source>
   <translation>{count} municipalities with lower risk are not shown.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/kvartal_indicators.py" />
   <source>{count} kvartaler: mindst {low} %, højst {high} %, senest {last} %</source>
   <translation>{count} quarters: least {low} %, most {high} %, latest {last} %</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/kvartal_sheet.py" />
   <source>{count} linjer er ændret og ikke gemt endnu.</source>
   <translation>{count} lines are changed and not yet saved.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/kvartal_sheet.py" />
   <source>{count} linjer er ændret. Ret de {wrong}, der er markeret med ■, før du gemmer.</source>
   <translation>{count} lines are changed. Correct the {wrong} marked ■ before you save.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/kvartal_sheet.py" />
   <source>{count} linjer er ændret. Svar på {open} spørgsmål nederst, før du gemmer.</source>
   <translation>{count} lines are changed. Answer {open} questions at the bottom before you save.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/kvartal_sheet.py" />
   <source>{count} linjer mangler tal for kvartalet.</source>
   <translation>{count} lines lack figures for the quarter.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/charts.py" />
   <source>{count} lukkedage</source>
   <translation>{count} closing days</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/frist_chart.py" />
   <source>{count} pladser</source>
   <translation>{count} slots</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/prognose_why.py" />
   <source>{count} planer</source>
   <translation>{count} plans</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/import_wizard/words.py" />
   <source>{count} rækker</source>
   <translation>{count} rows</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/frist_waiting.py" />
   <source>{count} står åbne så længe efter fristen, at de er taget ud af køen.</source>
   <translation>{count} are open so long after the deadline that they are taken out of the queue.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/kvartal_offers.py" />
   <source>{count} tilbud</source>
   <translation>{count} offers</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/kvartal_offers.py" />
   <source>{count} tilbud. Enter retter det valgte, Delete fjerner det.</source>
   <translation>{count} offers. Enter edits the chosen one, Delete removes it.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/kvartal_chart.py" />
   <location filename="../../sundhedsklynge/ui/pages/kvartal_signs.py" />
   <source>{count} ukendte</source>
   <translation>{count} unknown</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/frist_chart.py" />
   <source>{count} venter ved ugens start</source>
   <translation>{count} waiting at start of week</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/moede_slides.py" />
   <source>{count} ændringer er større end tilfældige udsving.</source>
   <translation>{count} changes are larger than chance variation.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/window.py" />
   <source>{database} - Sundhedsklynge</source>
   <translation>{database} - Sundhedsklynge</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/moede_slides.py" />
   <source>{done} af {all} tidligere beslutninger er udført. Tallene er dem, I så da, og dem, der gælder nu.</source>
   <translation>{done} of {all} earlier decisions are carried out. The figures are those you saw then and those that hold now.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/overblik.py" />
   <source>{extra} ekstra pladser bringer risikoen under målet</source>
   <translation>{extra} extra slots bring the risk under the target</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/overblik.py" />
   <source>{extra} ekstra pladser i ugen bringer risikoen under målet.</source>
   <translation>{extra} extra slots in the week bring the risk under the target.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/kvartal_signs.py" />
   <source>{figure} pr. 100</source>
   <translation>{figure} per 100</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/importing.py" />
   <source>{file} er allerede importeret som nr. {id}.</source>
   <translation>{file} is already imported as no. {id}.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/importing.py" />
   <source>{file} er importeret som {kind}: {rows}.</source>
   <translation>{file} is imported as {kind}: {rows}.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/frist_record.py" />
   <source>{first} til {last}, {count} tal</source>
   <translation>{first} to {last}, {count} figures</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/moede_slides.py" />
   <source>{fresh} af {all} hospitaler har delt friske planer. Prognosen bruger historikken for {late}.</source>
   <translation>{fresh} of {all} hospitals have shared fresh plans. The forecast uses history for {late}.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/frist_whatif.py" />
   <source>{hospital} stopper</source>
   <translation>{hospital} stops</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/kvartal_beside.py" />
   <source>{indicator} over tid, for borgere i {place}.</source>
   <translation>{indicator} over time, for citizens in {place}.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/frist_record.py" />
   <source>{judged} af {all} datoer er regnet efter.</source>
   <translation>{judged} of {all} dates are checked.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/kvartal_indicators.py" />
   <source>{label}. Antal {counted} af {of}</source>
   <translation>{label}. Number of {counted} of {of}</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/frist_settings.py" />
   <source>{label}: skriv {form}</source>
   <translation>{label}: enter {form}</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/data/openness.py" />
   <source>{lead} u. før</source>
   <translation>{lead} w before</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/frist_record.py" />
   <source>{low} til {high}</source>
   <translation>{low} to {high}</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/year_chart.py" />
   <source>{month}: {last} i {before}, {this} i {year}, ændring {change}</source>
   <translation>{month}: {last} in {before}, {this} in {year}, change {change}</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/kvartal_indicators.py" />
   <source>{names} ligger i to klynger og tælles med i begge, men kun én gang i summen.</source>
   <translation>{names}: in two clusters and counted in both, but only once in the sum.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/frist_slots.py" />
   <source>{name}, {week}: mangler. Skriv antal pladser ind.</source>
   <translation>{name}, {week}: missing. Enter the number of slots.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/frist_slots.py" />
   <source>{name}, {week}: pladser mangler. Skriv antallet.</source>
   <translation>{name}, {week}: slots are missing. Enter the number.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/heatmap.py" />
   <source>{name}, {week}: risikoen mangler, fordi der ikke er pladser eller planer at regne på</source>
   <translation>{name}, {week}: the risk is missing because there are no slots or plans to compute from</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/frist_slots.py" />
   <source>{name}, {week}: {slots} pladser</source>
   <translation>{name}, {week}: {slots} slots</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/heatmap.py" />
   <source>{name}, {week}: {word}, {risk} sandsynlighed for at mindst én borger når over fristen</source>
   <translation>{name}, {week}: {word}, {risk} probability that at least one citizen passes the deadline</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/frist_slots.py" />
   <source>{name}, {week}: {word}, {risk} sandsynlighed for at mindst én borger når over fristen; forventet {late} over fristen. Enter viser hvorfor.</source>
   <translation>{name}, {week}: {word}, {risk} probability that at least one citizen passes the deadline; expected {late} past the deadline. Enter shows why.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/heatmap.py" />
   <source>{name}: forventet {value} genoptræningsplaner i alt</source>
   <translation>{name}: expected {value} rehabilitation plans in all</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/frist_chart.py" />
   <source>{name}: {slots} pladser, {waiting} venter</source>
   <translation>{name}: {slots} slots, {waiting} waiting</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/kvartal_part.py" />
   <source>{number}. kvartal {year}</source>
   <translation>Quarter {number}, {year}</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/navigation.py" />
   <source>{page}, {count} kræver et blik</source>
   <translation>{page}, {count} need a look</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/moede_slides.py" />
   <source>{part} af {whole}</source>
   <translation>{part} of {whole}</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/moede.py" />
   <location filename="../../sundhedsklynge/ui/tour.py" />
   <source>{place} af {all}</source>
   <translation>{place} of {all}</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/moede.py" />
   <source>{place} · data pr. {day}</source>
   <translation>{place} · data as of {day}</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/prognose_record.py" />
   <source>{place}: {count} prognoser regnet som på dagen, fra {first} til {last}.</source>
   <translation>{place}: {count} forecasts computed as on the day, from {first} to {last}.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/prognose_words.py" />
   <source>{procedure} fra {hospital}</source>
   <translation>{procedure} from {hospital}</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/frist_prices.py" />
   <source>{procedure} har en pris i to pakker.</source>
   <translation>{procedure} has a price in two packages.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/frist_waiting.py" />
   <source>{procedure}, modtaget {day}, frist {deadline}</source>
   <translation>{procedure}, received {day}, deadline {deadline}</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/frist_private.py" />
   <source>{quarter}. kv. {year}</source>
   <translation>Q{quarter} {year}</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/kvartal_chart.py" />
   <source>{quarter}: mangler. Ingen tal er ikke nul.</source>
   <translation>{quarter}: missing. No figures is not zero.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/moede_slides.py" />
   <source>{reached} af {all} mål er nået i seneste kvartal.</source>
   <translation>{reached} of {all} targets are met in the latest quarter.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/importing.py" />
   <source>{rows} er udeladt.</source>
   <translation>{rows} left out.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/frist_view.py" />
   <source>{said} ({days} lukket)</source>
   <translation>{said} ({days} closed)</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/moede.py" />
   <source>{said} · DEMO: opdigtede tal</source>
   <translation>{said} · DEMO: made-up figures</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/frist.py" />
   <source>{said} · {waiting} venter, {overdue} allerede over fristen</source>
   <translation>{said} · {waiting} waiting, {overdue} already past the deadline</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/overblik.py" />
   <source>{said}, men i {weeks} rækker intet antal pladser</source>
   <translation>{said}, but in {weeks} no number of slots is enough</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/prognose_record.py" />
   <source>{share} %:
ramte</source>
   <translation>{share} %:
weeks hit</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/hospitals.py" />
   <source>{sign} mangler siden {day}</source>
   <translation>{sign} missing since {day}</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/hospitals.py" />
   <source>{sign} mangler: har ingen plan delt</source>
   <translation>{sign} missing: has shared no plan</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/hospitals.py" />
   <source>{sign} opgjort {day}</source>
   <translation>{sign} as of {day}</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/hospitals.py" />
   <source>{sign} opgjort {day}, ser {weeks} uger frem</source>
   <translation>{sign} as of {day}, looks {weeks} weeks ahead</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/hospitals.py" />
   <source>{sign} {days} dage gammel (opgjort {day})</source>
   <translation>{sign} {days} days old (as of {day})</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/moede_slides.py" />
   <source>{slots} ekstra pladser i {count} kommuner sænker risikoen mest.</source>
   <translation>{slots} extra slots in {count} municipalities lower the risk most.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/frist_whatif.py" />
   <source>{slots} i hver kommune</source>
   <translation>{slots} in each municipality</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/frist_whatif.py" />
   <source>{slots} pladser i {week}</source>
   <translation>{slots} slots in {week}</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/kvartal_indicators.py" />
   <location filename="../../sundhedsklynge/ui/pages/kvartal_year.py" />
   <location filename="../../sundhedsklynge/ui/pages/prognose_years.py" />
   <source>{source} i {database}</source>
   <translation>{source} in {database}</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/kvartal_sheet.py" />
   <source>{state} {when} af {who}, {source}: {figures}</source>
   <translation>{state} {when} by {who}, {source}: {figures}</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/data/files.py" />
   <source>{status} af nr. {newer}</source>
   <translation>{status} by no. {newer}</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/kvartal_typing.py" />
   <source>{title} er ikke et helt tal. Skriv fx 12.</source>
   <translation>{title} is not a whole number. Enter e.g. 12.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/kvartal_typing.py" />
   <source>{title} mangler. Skriv tallet.</source>
   <translation>{title} is missing. Enter the number.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/kvartal_chart.py" />
   <source>{told} af {all} kommuner har oplyst</source>
   <translation>{told} of {all} municipalities have told</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/frist_settings.py" />
   <source>{value} altid</source>
   <translation>{value} always</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/frist_settings.py" />
   <location filename="../../sundhedsklynge/ui/pages/indstillinger_rules.py" />
   <source>{value} fra {day}</source>
   <translation>{value} from {day}</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/data/openness.py" />
   <source>{weeks} uger</source>
   <translation>{weeks} wks</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/data/weekstrip.py" />
   <source>{weeks} uger: {told}</source>
   <translation>{weeks} weeks: {told}</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/prognose_words.py" />
   <source>{week}: forventningen er flyttet fra {before} til {now} siden {since}, mere end tilfældigt, mest {by}.</source>
   <translation>{week}: the expectation has moved from {before} to {now} since {since}, more than chance, mostly {by}.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/frist_slots.py" />
   <source>{week}: intet antal pladser bringer risikoen under målet, for fristen udløber, før de kan bruges</source>
   <translation>{week}: no number of slots brings the risk under the target, for the deadline expires before they can be used</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/frist_slots.py" />
   <source>{week}: skriv antal pladser ind for at få en anbefaling</source>
   <translation>{week}: enter the number of slots to get a recommendation</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/prognose_years.py" />
   <source>{what} pr. måned, {place}: {year} mod {before}</source>
   <translation>{what} a month, {place}: {year} against {before}</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/kvartal_year.py" />
   <source>{what} pr. måned: {place}{of}</source>
   <translation>{what} a month: {place}{of}</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/frist.py" />
   <location filename="../../sundhedsklynge/ui/pages/overblik.py" />
   <source>{where} · {first} til {last}</source>
   <translation>{where} · {first} to {last}</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/kvartal_typing.py" />
   <source>{word}, ikke nul</source>
   <translation>{word}, not zero</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/frist_view.py" />
   <location filename="../../sundhedsklynge/ui/pages/overblik.py" />
   <source>{word}: sandsynlighed for at mindst én borger når over fristen i ugen.</source>
   <translation>{word}: probability that at least one citizen passes the deadline in the week.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/data/openness.py" />
   <source>Åbenhed</source>
   <translation>Openness</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/database_door.py" />
   <source>Åbn</source>
   <translation>Open</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/start.py" />
   <source>Åbn demo</source>
   <translation>Open demo</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/window.py" />
   <source>Åbn demoen, eller importér filer først.</source>
   <translation>Open the demo or import files first.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/database_door.py" />
   <source>Åbn den delte database</source>
   <translation>Open the shared database</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/indstillinger.py" />
   <source>Åbn en anden</source>
   <translation>Open another</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/window.py" />
   <source>Åbn en anden database …</source>
   <translation>Open another database …</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/start.py" />
   <source>Åbn en fælles database</source>
   <translation>Open a shared database</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/importing.py" />
   <source>Åbn en, og slip filen igen.</source>
   <translation>Open one and drop the file again.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/overblik.py" />
   <source>Åbn i Frist</source>
   <translation>Open in Deadline</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/frist.py" />
   <location filename="../../sundhedsklynge/ui/pages/overblik.py" />
   <source>Åbn i Prognose</source>
   <translation>Open in Forecast</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/exporting.py" />
   <location filename="../../sundhedsklynge/ui/pages/moede.py" />
   <source>Åbn mappen</source>
   <translation>Open the folder</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/frist_waiting.py" />
   <source>Åbne længe efter fristen</source>
   <translation>Open long after the deadline</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/session.py" />
   <location filename="../../sundhedsklynge/ui/window.py" />
   <source>Åbner databasen</source>
   <translation>Opening the database</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/kvartal_year.py" />
   <location filename="../../sundhedsklynge/ui/pages/prognose_years.py" />
   <source>År</source>
   <translation>Year</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/prognose.py" />
   <source>År mod år</source>
   <translation>Year on year</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/prognose_years.py" />
   <source>År mod år som tabel</source>
   <translation>Year on year as a table</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/kvartal.py" />
   <source>År til år</source>
   <translation>Year to year</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/kvartal_year.py" />
   <source>År til år som tabel</source>
   <translation>Year to year as a table</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/data/inbox.py" />
   <source>Ændret</source>
   <translation>Changed</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/frist_desk.py" />
   <source>Ændret %</source>
   <translation>Changed %</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/frist_record.py" />
   <location filename="../../sundhedsklynge/ui/pages/moede_slides.py" />
   <location filename="../../sundhedsklynge/ui/pages/prognose_correct.py" />
   <location filename="../../sundhedsklynge/ui/pages/year_chart.py" />
   <source>Ændring</source>
   <translation>Change</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/prognose_correct.py" />
   <source>Ændring i procent</source>
   <translation>Change in per cent</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/frist_desk.py" />
   <location filename="../../sundhedsklynge/ui/pages/frist_scenarios.py" />
   <location filename="../../sundhedsklynge/ui/pages/moede_scenarios.py" />
   <source>Ændringer</source>
   <translation>Changes</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/frist_record.py" />
   <source>Ændringer af pladser, lukkedage og hold</source>
   <translation>Changes of slots, closed days and groups</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/frist_private.py" />
   <location filename="../../sundhedsklynge/ui/pages/frist_settings.py" />
   <location filename="../../sundhedsklynge/ui/pages/indstillinger.py" />
   <source>Ændringer gælder</source>
   <translation>Changes apply</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/frist_settings.py" />
   <location filename="../../sundhedsklynge/ui/pages/indstillinger.py" />
   <source>Ændringer gælder fra denne dag</source>
   <translation>Changes apply from this day</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/tenths_chart.py" />
   <source>Ærlige intervaller giver 10 % i hver</source>
   <translation>Honest intervals give 10 % in each</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/moede_slides.py" />
   <source>Én ændring er større end tilfældige udsving.</source>
   <translation>One change is larger than chance variation.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/moede_slides.py" />
   <source>åben</source>
   <translation>open</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/frist_view.py" />
   <source>åbent {count} dage</source>
   <translation>open {count} days</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/import_wizard/words.py" />
   <source>år</source>
   <translation>year</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/frist_desk.py" />
   <source>ændret</source>
   <translation>changed</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/kvartal_indicators.py" />
   <source>ændring siden samme kvartal sidste år: {change} procentpoint</source>
   <translation>change since the same quarter last year: {change} percentage points</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/kvartal_indicators.py" />
   <source>ændring siden sidste kvartal: {change} procentpoint</source>
   <translation>change since last quarter: {change} percentage points</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/kvartal_chart.py" />
   <source>øvre grænse</source>
   <translation>upper limit</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/moede.py" />
   <source>‹ Forrige</source>
   <translation>‹ Previous</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/import_wizard/raw_view.py" />
   <source>▲ fejl</source>
   <translation>▲ errors</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/data/inbox.py" />
   <source>▲ rækker med fejl</source>
   <translation>▲ rows with errors</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/data/openness.py" />
   <source>▲ {kept} af {all} holdes</source>
   <translation>▲ {kept} of {all} kept</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/import_wizard/sheet.py" />
   <source>○ Svar på {count} spørgsmål, før filen kan importeres.</source>
   <translation>○ Answer {count} questions before the file can be imported.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/import_wizard/sheet.py" />
   <source>○ Svar på ét spørgsmål, før filen kan importeres.</source>
   <translation>○ Answer one question before the file can be imported.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/data/inbox.py" />
   <source>○ kræver svar</source>
   <translation>○ needs an answer</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/frist_chart.py" />
   <source>○ venter, ændret</source>
   <translation>○ after change</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/indstillinger_rules.py" />
   <source>● Det kan ikke bruges.</source>
   <translation>● It cannot be used.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/data/inbox.py" />
   <source>● kan ikke læses</source>
   <translation>● cannot be read</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/data/inbox.py" />
   <source>● personnumre</source>
   <translation>● personal numbers</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/frist_chart.py" />
   <source>● venter</source>
   <translation>● waiting</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/prognose_correct.py" />
   <source>✎ Prognosen er rettet {words}: {reason} ({who}, {day})</source>
   <translation>✎ The forecast is corrected {words}: {reason} ({who}, {day})</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/prognose_correct.py" />
   <source>✎ og {count} rettelser mere</source>
   <translation>✎ and {count} more corrections</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/data/openness.py" />
   <source>✓ holdes</source>
   <translation>✓ kept</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ui/pages/data/inbox.py" />
   <source>✓ klar</source>
   <translation>✓ ready</translation>
  </message>
 </context>
 <context>
  <name>phrases</name>
  <message>
   <location filename="../../sundhedsklynge/workspace/scenarios.py" />
   <source>'{PLAN}' er det, scenarier sammenlignes med.</source>
   <translation>'{PLAN}' is what scenarios are compared with.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/workspace/workspace.py" />
   <source>'{code}' er ikke i data.</source>
   <translation>'{code}' is not in the data.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/workspace/whatif.py" />
   <source>'{line}' kan ikke læses som en ændring.</source>
   <translation>'{line}' cannot be read as a change.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/workspace/whatif.py" />
   <source>'{line}' nævner en dag eller uge, der ikke findes.</source>
   <translation>'{line}' names a day or week that does not exist.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/workspace/places.py" />
   <source>'{meaning}' er ikke en procedure.</source>
   <translation>'{meaning}' is not a procedure.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/workspace/whatif.py" />
   <source>'{name}' er ikke i data på den dato.</source>
   <translation>'{name}' is not in the data on that date.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/coverage/entry.py" />
   <location filename="../../sundhedsklynge/ingest/danish.py" />
   <source>'{quarter}' er ikke et kvartal.</source>
   <translation>'{quarter}' is not a quarter.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/workspace/capacity.py" />
   <source>'{strip}' er ikke et antal pladser.</source>
   <translation>'{strip}' is not a number of slots.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/workspace/places.py" />
   <source>'{strip}' læses som {meaning}</source>
   <translation>'{strip}' is read as {meaning}</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/workspace/places.py" />
   <source>'{text}' er glemt</source>
   <translation>'{text}' is forgotten</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ingest/danish.py" />
   <source>'{text}' er hverken ja eller nej.</source>
   <translation>'{text}' is neither yes nor no.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ingest/danish.py" />
   <source>'{text}' er ikke en måned.</source>
   <translation>'{text}' is not a month.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ingest/danish.py" />
   <source>'{text}' er ikke en uge.</source>
   <translation>'{text}' is not a week.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/settings.py" />
   <source>'{text}' kan ikke bruges som {key} ({lower}).</source>
   <translation>'{text}' cannot be used as {key} ({lower}).</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ingest/danish.py" />
   <location filename="../../sundhedsklynge/ingest/danish.py" />
   <source>'{text}' kan læses på flere måder.</source>
   <translation>'{text}' can be read in several ways.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ingest/terms.py" />
   <source>'{text}' kendes ikke som type.</source>
   <translation>'{text}' is not known as a type.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ingest/terms.py" />
   <source>'{value}' er ikke en SKS-kode.</source>
   <translation>'{value}' is not an SKS code.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ingest/danish.py" />
   <location filename="../../sundhedsklynge/workspace/wizard.py" />
   <source>'{value}' er ikke en dato.</source>
   <translation>'{value}' is not a date.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ingest/danish.py" />
   <source>'{value}' er ikke et antal.</source>
   <translation>'{value}' is not a count.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ingest/danish.py" />
   <source>'{value}' kan være et tusindtal eller et decimaltal.</source>
   <translation>'{value}' can be thousands or a decimal.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ingest/terms.py" />
   <source>'{value}' kendes ikke som procedure.</source>
   <translation>'{value}' is not known as a procedure.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ingest/terms.py" />
   <source>'{value}' nævner flere procedurer.</source>
   <translation>'{value}' names several procedures.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ingest/terms.py" />
   <source>'{value}': kode og tekst er ikke samme procedure.</source>
   <translation>'{value}': code and text are not the same procedure.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ingest/places.py" />
   <source>'{value}': koden er {names}.</source>
   <translation>'{value}': the code is {names}.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/workspace/explain.py" />
   <source>(til og med {last}), i snit {sum}.</source>
   <translation>(up to {last}), {sum} on average.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/workspace/sharing.py" />
   <source>({by_case} fulgt med sagsnøgle)</source>
   <translation>({by_case} followed by case key)</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/coverage/spc.py" />
   <source>1 kvartal</source>
   <translation>1 quarter</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/coverage/spc.py" />
   <source>2 af 3 punkter tæt på grænsen</source>
   <translation>2 of 3 points close to the limit</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/coverage/spc.py" />
   <source>6 skridt i samme retning</source>
   <translation>6 steps in the same direction</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/coverage/spc.py" />
   <source>7 punkter på samme side</source>
   <translation>7 points on the same side</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/domain/kinds.py" />
   <source>72-timers behandlingsansvar</source>
   <translation>72-hour responsibility</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/settings.py" />
   <source>72-timers behandlingsansvar: korteste indlæggelse i målgruppen (timer)</source>
   <translation>72-hour treatment responsibility: shortest stay in the target group (hours)</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/settings.py" />
   <source>72-timers behandlingsansvar: laveste alder i målgruppen</source>
   <translation>72-hour treatment responsibility: lowest age in the target group</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/settings.py" />
   <source>72-timers behandlingsansvar: startdato pr. region</source>
   <translation>72-hour treatment responsibility: start date per region</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/workspace/explain.py" />
   <source>Af det, der er booket så langt frem, gennemføres {performed}, og {planned} af operationerne giver en plan, oftest inden for {days}.</source>
   <translation>Of what is booked that far ahead, {performed} is performed, and {planned} of the operations give a plan, mostly within {days}.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/workspace/risk_record.py" />
   <source>Af {sum} med risiko over 50 % gik {sum2} galt.</source>
   <translation>Of {sum} with risk over 50 %, {sum2} went wrong.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/workspace/risk_record.py" />
   <source>Af {sum} med risiko under 5 % gik {sum2} galt.</source>
   <translation>Of {sum} with risk under 5 %, {sum2} went wrong.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/workspace/sharing.py" />
   <source>Aftale er slettet</source>
   <translation>Agreement is deleted</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/workspace/sharing.py" />
   <source>Aftale med {hospital} er gemt</source>
   <translation>Agreement with {hospital} is saved</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/workspace/sharing.py" />
   <source>Aftale med {hospital} er ændret</source>
   <translation>Agreement with {hospital} is changed</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/store/agreements.py" />
   <source>Aftalen findes ikke længere.</source>
   <translation>The agreement is not there any more.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/store/agreements.py" />
   <source>Aftalen mangler et hospital.</source>
   <translation>The agreement lacks a hospital.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/store/agreements.py" />
   <source>Aftalen slutter, før den begynder.</source>
   <translation>The agreement ends before it begins.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/coverage/openness.py" />
   <source>Aftalt: en plan mindst hver {every_days}. dag.</source>
   <translation>Agreed: a plan at least every {every_days} days.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/coverage/openness.py" />
   <source>Aftalt: {weeks_ahead} uger frem.</source>
   <translation>Agreed: {weeks_ahead} weeks ahead.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/workspace/meeting.py" />
   <location filename="../../sundhedsklynge/workspace/meeting_figures.py" />
   <source>Alle kommuner</source>
   <translation>All municipalities</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/workspace/explain.py" />
   <source>Allerede modtaget</source>
   <translation>Already received</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/workspace/explain.py" />
   <source>Ambulant og akut</source>
   <translation>Outpatient, acute</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/settings.py" />
   <source>Andel af pladserne til de indgreb, som data rummer</source>
   <translation>Share of the slots for the procedures in the data</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/settings.py" />
   <source>Andel, der bruger retten til privat tilbud</source>
   <translation>Share that uses the right to private care</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/coverage/entry.py" />
   <source>Andelen går fra {was_of} % til {now_of} % på et kvartal.</source>
   <translation>The share goes from {was_of} % to {now_of} % in one quarter.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ingest/recognise.py" />
   <source>Angiv datoen (--as-of).</source>
   <translation>Give the date.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ingest/recognise.py" />
   <source>Angiv det (--hospital).</source>
   <translation>Give it.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ingest/recognise.py" />
   <source>Angiv hospitalet (--hospital).</source>
   <translation>Give the hospital.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/workspace/capacity.py" />
   <location filename="../../sundhedsklynge/workspace/whatif.py" />
   <source>Angiv ugen ved dens mandag.</source>
   <translation>Give the week by its Monday.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ingest/kind_rows.py" />
   <source>Angiv {remedy}.</source>
   <translation>Give {remedy}.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ingest/recognise.py" />
   <source>Angiv, hvornår den er opgjort (--as-of).</source>
   <translation>Give the date it is as of.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/store/agreements.py" />
   <source>Antal dage mellem planer kan ikke bruges.</source>
   <translation>The number of days between plans cannot be used.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/store/agreements.py" />
   <source>Antal uger frem kan ikke bruges.</source>
   <translation>The number of weeks ahead cannot be used.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/workspace/quarterly.py" />
   <source>Antal {counted} af {of}.</source>
   <translation>Number of {counted} of {of}.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ingest/danish.py" />
   <location filename="../../sundhedsklynge/ingest/kind_rows.py" />
   <source>Antallet mangler.</source>
   <translation>The count is missing.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ingest/danish.py" />
   <source>Antallet {value} er for stort til at være rigtigt.</source>
   <translation>The count {value} is too large to be right.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ingest/danish.py" />
   <source>Antallet {value} er ikke et helt tal.</source>
   <translation>The count {value} is not a whole number.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ingest/danish.py" />
   <source>Antallet {value} er negativt.</source>
   <translation>The count {value} is negative.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ingest/recognise.py" />
   <source>Ark uden {KIND_NAMES} er ikke læst: {visible}.</source>
   <translation>Sheets without {KIND_NAMES} are not read: {visible}.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ingest/rows.py" />
   <source>Ark {name}</source>
   <translation>Sheet {name}</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ingest/fit.py" />
   <source>Arket har flere tabeller (række {rows}).</source>
   <translation>The sheet has several tables (row {rows}).</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ingest/recognise.py" />
   <source>Bed afsenderen om en ny.</source>
   <translation>Ask the sender for a new one.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ingest/recognise.py" />
   <source>Bed afsenderen om tallene med overskrifter.</source>
   <translation>Ask the sender for the figures with headings.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/store/failures.py" />
   <source>Bed den, der ejer databasen, om adgang.</source>
   <translation>Ask the owner of the database for access.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/store/backup.py" />
   <source>Bed it om at gendanne den.</source>
   <translation>Ask IT to restore it.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/store/backup.py" />
   <source>Bed it-afdelingen om at gendanne den.</source>
   <translation>Ask IT to restore it.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/workspace/overrides.py" />
   <source>Begrundelsen ligner et CPR-nummer og er ikke gemt.</source>
   <translation>The reason looks like a CPR number and is not saved.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/store/follow_up.py" />
   <source>Bemærkningen er tom.</source>
   <translation>The remark is empty.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/workspace/meeting.py" />
   <source>Beslutning</source>
   <translation>Decision</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ingest/danish.py" />
   <source>Betyder {example} tallet {whole}?</source>
   <translation>Does {example} mean the number {whole}?</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/workspace/explain.py" />
   <source>Booket</source>
   <translation>Booked</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/store/location.py" />
   <source>Brug en fil eller postgresql://bruger@server/navn.</source>
   <translation>Use a file or postgresql://user@server/name.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/store/backup.py" />
   <source>Brug it-afdelingens backup (pg_dump).</source>
   <translation>Use the IT department's backup (pg_dump).</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/workspace/places.py" />
   <source>Brug kolonnerne kommunekode;klynge;gyldig_fra eller kommunekode;sundhedsraad;gyldig_fra.</source>
   <translation>Use the columns kommunekode;klynge;gyldig_fra or kommunekode;sundhedsraad;gyldig_fra.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/domain/areas.py" />
   <source>Brug samme kolonner som i skabelonen.</source>
   <translation>Use the same columns as in the template.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/workspace/accuracy.py" />
   <source>Byt datoerne om.</source>
   <translation>Swap the dates.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/workspace/whatif.py" />
   <source>Byt om på datoerne.</source>
   <translation>Swap the dates.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ingest/recognise.py" />
   <source>Både '{one}' og '{other}' kan være kolonnen {name}.</source>
   <translation>Both '{one}' and '{other}' can be the column {name}.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ingest/rows.py" />
   <source>Cellen viser fejlen {text}.</source>
   <translation>The cell shows the error {text}.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ingest/sheets.py" />
   <source>Celler længere ude end kolonne {MAX_COLUMNS} er ikke læst.</source>
   <translation>Cells further out than column {MAX_COLUMNS} are not read.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/settings.py" />
   <source>Dage efter fristen, hvor en åben plan tages ud af køen</source>
   <translation>Days past the deadline after which an open plan is taken out of the queue</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/settings.py" />
   <source>Dage fra udskrivning til tilbudt start</source>
   <translation>Days from discharge to offered start</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/settings.py" />
   <source>Dage, før en hospitalsfil er gammel</source>
   <translation>Days before a hospital's file is old</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/settings.py" />
   <source>Dage, før et hospital regnes som holdt op</source>
   <translation>Days before a hospital is taken to have stopped</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/store/failures.py" />
   <source>Databasen er beskadiget.</source>
   <translation>The database is damaged.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/store/failures.py" />
   <source>Databasen er i brug af et andet program.</source>
   <translation>The database is in use by another program.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/workspace/workspace.py" />
   <source>Databasen er i orden.</source>
   <translation>The database is in order.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/store/database.py" />
   <source>Databasen er ikke lavet af Sundhedsklynge.</source>
   <translation>The database was not made by Sundhedsklynge.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/store/upgrade.py" />
   <source>Databasen er lavet af en nyere udgave af programmet.</source>
   <translation>The database was made by a newer version of the program.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/store/failures.py" />
   <source>Databasen findes ikke på serveren.</source>
   <translation>The database is not on the server.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/store/failures.py" />
   <source>Databasen kan ikke åbnes.</source>
   <translation>The database cannot be opened.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/store/upgrade.py" />
   <source>Databasen kunne ikke opdateres.</source>
   <translation>The database could not be updated.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/store/backup.py" />
   <source>Databasen ligger på en server.</source>
   <translation>The database lies on a server.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/store/backup.py" />
   <source>Databasen mangler sin egen beskrivelse.</source>
   <translation>The database lacks its own description.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/store/failures.py" />
   <source>Databasen svarer med en fejl.</source>
   <translation>The database answers with an error.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/store/database.py" />
   <source>Databasen {path} kan ikke læses.</source>
   <translation>The database {path} cannot be read.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/store/shipped.py" />
   <source>Databasen {path} kan ikke skrives.</source>
   <translation>The database {path} cannot be written to.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/store/location.py" />
   <source>Databasen {path} ligger i en mappe, der synkroniseres, hvor den kan gå i stykker.</source>
   <translation>The database {path} lies in a synchronised folder, where it can break.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/store/location.py" />
   <source>Databasen {path} ligger på et netværksdrev, hvor den kan gå i stykker.</source>
   <translation>The database {path} lies on a network drive, where it can break.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/store/location.py" />
   <source>Databasens adresse er ikke en, programmet kan bruge.</source>
   <translation>The database address is not one the program can use.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/store/location.py" />
   <source>Databasens adresse kan ikke læses.</source>
   <translation>The database address cannot be read.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/store/failures.py" />
   <source>Databaseserveren afviser brugernavn eller adgangskode.</source>
   <translation>The database server refuses the user name or password.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/store/failures.py" />
   <source>Databaseserveren svarer ikke.</source>
   <translation>The database server does not answer.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ingest/danish.py" />
   <source>Datoen '{match}' findes ikke.</source>
   <translation>The date '{match}' does not exist.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ingest/danish.py" />
   <source>Datoen '{match}' ligger uden for {FIRST_YEAR}-{LAST_YEAR}.</source>
   <translation>The date '{match}' lies outside {FIRST_YEAR}-{LAST_YEAR}.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ingest/danish.py" />
   <source>Datoer som {example} ser ud til at have måneden først.</source>
   <translation>Dates like {example} seem to have the month first.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/workspace/explain.py" />
   <source>De seneste {known} kom {number}</source>
   <translation>In the last {known} came {number}</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/workspace/advice.py" />
   <source>De sidste {left} gør ingen forskel.</source>
   <translation>The last {left} make no difference.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/workspace/sharing.py" />
   <source>De to planer taler ikke om de samme uger</source>
   <translation>The two plans do not speak of the same weeks</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/workspace/scenarios.py" />
   <source>De ventede overskridelser er de samme.</source>
   <translation>The number expected past the deadline is the same.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/workspace/wizard.py" />
   <source>De øvrige {rows_ok} kan importeres.</source>
   <translation>The other {rows_ok} can be imported.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ingest/fit.py" />
   <source>Del dem i hver sin fil.</source>
   <translation>Put each in a file of its own.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ingest/fhir.py" />
   <source>Del den op i flere.</source>
   <translation>Split it into several.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ingest/read.py" />
   <location filename="../../sundhedsklynge/ingest/workbook.py" />
   <location filename="../../sundhedsklynge/ingest/worker.py" />
   <source>Del den op, eller gem den som CSV.</source>
   <translation>Split it, or save it as CSV.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ingest/delimited.py" />
   <location filename="../../sundhedsklynge/ingest/read.py" />
   <source>Del den op, fx i én fil for hvert år.</source>
   <translation>Split it, e.g. into one file a year.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ingest/terms.py" />
   <source>Del rækken, eller skriv en SKS-kode.</source>
   <translation>Split the row or write an SKS code.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/coverage/openness.py" />
   <source>Delt i {shared} af {passed} uger, hvor en plan var ventet.</source>
   <translation>Shared in {shared} of {passed} weeks when a plan was due.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/workspace/capacity.py" />
   <source>Den er allerede fjernet.</source>
   <translation>It is already removed.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/store/upgrade.py" />
   <source>Den er uændret.</source>
   <translation>It is unchanged.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/workspace/effects.py" />
   <source>Den gælder fortsat.</source>
   <translation>It still holds.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/coverage/openness.py" />
   <source>Den nyeste er {age_days} {age_days2} gammel.</source>
   <translation>The newest is {age_days} {age_days2} old.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/coverage/openness.py" />
   <source>Den nyeste når {weeks_ahead} uger frem.</source>
   <translation>The newest reaches {weeks_ahead} weeks ahead.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/workspace/inbox.py" />
   <source>Den prøves igen.</source>
   <translation>It will be tried again.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/store/imports.py" />
   <source>Den samme fil er allerede med som import {there}.</source>
   <translation>The same file is already there as import {there}.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ingest/recognise.py" />
   <source>Den skjulte kolonne {position} er læst som {name}.</source>
   <translation>The hidden column {position} is read as {name}.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/store/scenarios.py" />
   <source>Der er allerede et scenarie, der hedder '{new}'.</source>
   <translation>There is already a scenario called '{new}'.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/workspace/risk_record.py" />
   <source>Der er endnu ingen uger, hvor en tidligere risiko kan holdes op mod det, der skete.</source>
   <translation>There are no weeks yet in which an earlier risk can be held against what happened.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/workspace/accuracy.py" />
   <source>Der er for lidt historik til at se, hvor gode tidligere prognoser ville have været.</source>
   <translation>There is too little history to see how good earlier forecasts would have been.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/workspace/workspace.py" />
   <source>Der er hverken operationsplaner eller genoptræningsplaner i databasen.</source>
   <translation>There are neither surgery plans nor rehabilitation plans in the database.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/store/failures.py" />
   <source>Der er ikke plads på disken.</source>
   <translation>There is no room on the disk.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/store/database.py" />
   <source>Der er ingen database endnu: {shown}.</source>
   <translation>There is no database yet: {shown}.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/store/imports.py" />
   <source>Der er ingen import med nummer {import_id}.</source>
   <translation>There is no import with number {import_id}.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/workspace/capacity.py" />
   <source>Der er ingen kommune med koden {code}.</source>
   <translation>There is no municipality with the code {code}.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/workspace/quarterly.py" />
   <source>Der er ingen kvartalstal for {level} {code}.</source>
   <translation>There are no quarterly figures for {level} {code}.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/workspace/quarterly.py" />
   <source>Der er ingen kvartalstal og ingen genoptræningsplaner at følge op på.</source>
   <translation>There are no quarterly figures and no rehabilitation plans to follow up.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/workspace/quarterly.py" />
   <source>Der er ingen måneder at sammenligne for det sted.</source>
   <translation>There are no months to compare for that place.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/workspace/workspace.py" />
   <source>Der er ingen operationsplaner eller genoptræningsplaner, som var kendt den {day}.</source>
   <translation>There are no surgery plans or rehabilitation plans known on {day}.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/coverage/openness.py" />
   <source>Der er ingen plan at måle på.</source>
   <translation>There is no plan to measure.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/workspace/quarterly.py" />
   <source>Der er ingen tal at gemme.</source>
   <translation>There are no figures to save.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/workspace/quarterly.py" />
   <source>Der er ingen tal for {name} om {lower}.</source>
   <translation>There are no figures for {name} on {lower}.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/store/scenarios.py" />
   <location filename="../../sundhedsklynge/workspace/scenarios.py" />
   <source>Der er intet scenarie, der hedder '{name}'.</source>
   <translation>There is no scenario called '{name}'.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/store/backup.py" />
   <source>Der kan ikke skrives i {parent}.</source>
   <translation>Nothing can be written in {parent}.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/workspace/risk_record.py" />
   <source>Der kom {came}.</source>
   <translation>There came {came}.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/workspace/capacity.py" />
   <source>Der står ingen pladser i {missing}.</source>
   <translation>There are no slots in {missing}.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/workspace/risk_record.py" />
   <source>Der var ventet {expected} over fristen.</source>
   <translation>Expected past the deadline: {expected}.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/workspace/scenarios.py" />
   <source>Det betyder mest i {names}: fra {was} til {now} ventede overskridelser.</source>
   <translation>It matters most in {names}: from {was} to {now} expected past the deadline.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ingest/read.py" />
   <source>Det er Excels låsefil og ikke selve filen.</source>
   <translation>It is Excel's lock file, not the file itself.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ingest/read.py" />
   <source>Det er en mappe og ikke en fil.</source>
   <translation>It is a folder, not a file.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ingest/read.py" />
   <source>Det er ikke en almindelig fil.</source>
   <translation>It is not an ordinary file.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/workspace/wizard.py" />
   <source>Det spørgsmål kan kun besvares i filen.</source>
   <translation>That question can only be answered in the file.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/store/follow_up.py" />
   <source>Det, du fjerner, findes ikke længere.</source>
   <translation>What you are removing is not there any more.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/store/follow_up.py" />
   <source>Det, du retter, findes ikke længere.</source>
   <translation>What you are editing is not there any more.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/store/failures.py" />
   <source>Disken svarer ikke.</source>
   <translation>The disk does not answer.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/store/failures.py" />
   <source>Du har ikke ret til at skrive i databasen.</source>
   <translation>You have no right to write in the database.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ingest/mapping.py" />
   <source>Eksportér en, og ret i den.</source>
   <translation>Export one and edit it.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/settings.py" />
   <source>Ekstra lukkedage</source>
   <translation>Extra closing days</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/settings.py" />
   <source>En plan kan få en plads den dag, den modtages</source>
   <translation>A plan can get a slot on the day it is received</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ingest/recognise.py" />
   <source>Er det '{guess}'?</source>
   <translation>Is it '{guess}'?</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/coverage/entry.py" />
   <location filename="../../sundhedsklynge/ingest/danish.py" />
   <source>Er det rigtigt?</source>
   <translation>Is that right?</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ingest/recognise.py" />
   <source>Er det samme hospital?</source>
   <translation>Is it the same hospital?</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ingest/recognise.py" />
   <source>Er det {proposals}?</source>
   <translation>Is it {proposals}?</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ingest/delimited.py" />
   <source>Et anførselstegn (") i linje {line} bliver ikke lukket, så linjerne efter det ikke kan læses.</source>
   <translation>A quotation mark (") in line {line} is not closed, so the lines after it cannot be read.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ingest/sheets.py" />
   <source>Et ark har noget, der ligner et CPR-nummer, længere ude end kolonne {MAX_COLUMNS}.</source>
   <translation>A sheet has something that looks like a CPR number further out than column {MAX_COLUMNS}.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ingest/sheets.py" />
   <source>Et ark har over {MAX_COLUMNS} kolonner med indhold.</source>
   <translation>A sheet has over {MAX_COLUMNS} columns with content.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/workspace/whatif.py" />
   <source>Et hold på {slots} er uden for det mulige.</source>
   <translation>A group of {slots} is outside what is possible.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ingest/workbook.py" />
   <source>Excels binære format (.xlsb) kan ikke læses.</source>
   <translation>Excel's binary format (.xlsb) cannot be read.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ingest/fhir.py" />
   <source>FHIR-filen fylder over {MAX_BYTES} MB.</source>
   <translation>The FHIR file is over {MAX_BYTES} MB.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ingest/mapping.py" />
   <source>Feltet month_first i kortlægningen skal være et objekt.</source>
   <translation>The field month_first in the mapping must be an object.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ingest/mapping.py" />
   <source>Feltet {name} i kortlægningen skal være et objekt.</source>
   <translation>The field {name} in the mapping must be an object.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ingest/read.py" />
   <source>Filen bliver større, mens den læses.</source>
   <translation>The file is growing while it is read.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/workspace/wizard.py" />
   <source>Filen er allerede importeret som nr. {already}.</source>
   <translation>The file is already imported as no. {already}.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ingest/read.py" />
   <source>Filen er beskadiget eller for stor og kan ikke læses.</source>
   <translation>The file is damaged or too large and cannot be read.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/store/backup.py" />
   <source>Filen er databasen selv.</source>
   <translation>The file is the database itself.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ingest/workbook.py" />
   <source>Filen er en pakket fil (ZIP) og ikke en projektmappe.</source>
   <translation>The file is a packed file (ZIP), not a workbook.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ingest/workbook.py" />
   <source>Filen er et Office-dokument og ikke en projektmappe.</source>
   <translation>The file is an Office document, not a workbook.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ingest/workbook.py" />
   <source>Filen er et Word-dokument og ikke en projektmappe.</source>
   <translation>The file is a Word document, not a workbook.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ingest/worker.py" />
   <source>Filen er for stor til at blive læst.</source>
   <translation>The file is too large to be read.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ingest/delimited.py" />
   <source>Filen er for stor: {rows} rækker og {columns} kolonner.</source>
   <translation>The file is too large: {rows} rows and {columns} columns.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/workspace/places.py" />
   <source>Filen er ikke en tabel over klynger eller sundhedsråd.</source>
   <translation>The file is not a table of clusters or health councils.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ingest/read.py" />
   <source>Filen er ikke en tabel: ingen kolonner er adskilt af semikolon, komma, tabulator eller lodret streg.</source>
   <translation>The file is not a table: no columns are separated by semicolon, comma, tab or vertical bar.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ingest/check.py" />
   <source>Filen er ikke genkendt.</source>
   <translation>The file is not recognised.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ingest/fhir.py" />
   <source>Filen er ikke gyldig JSON.</source>
   <translation>The file is not valid JSON.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ingest/read.py" />
   <source>Filen er tom.</source>
   <translation>The file is empty.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ingest/read.py" />
   <source>Filen er {what} og ikke en tabel.</source>
   <translation>The file is {what}, not a table.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ingest/read.py" />
   <source>Filen er åben i et andet program, fx Excel, eller du har ikke adgang til den.</source>
   <translation>The file is open in another program, such as Excel, or you have no access to it.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/workspace/importing.py" />
   <source>Filen er ændret, siden den blev vist.</source>
   <translation>The file has changed since it was shown.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ingest/read.py" />
   <source>Filen findes ikke.</source>
   <translation>The file does not exist.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ingest/read.py" />
   <source>Filen fylder over {MAX_FILE_BYTES} MB.</source>
   <translation>The file is over {MAX_FILE_BYTES} MB.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ingest/recognise.py" />
   <source>Filen har ikke kortlægningens kolonner: {gone}.</source>
   <translation>The file lacks columns of the mapping: {gone}.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/workspace/importing.py" />
   <location filename="../../sundhedsklynge/workspace/wizard.py" />
   <source>Filen har ingen rækker, der kan bruges.</source>
   <translation>The file has no rows that can be used.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ingest/recognise.py" />
   <source>Filen har ingen tabel, som programmet kan læse.</source>
   <translation>The file has no table the program can read.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ingest/recognise.py" />
   <source>Filen har kolonner, men ingen rækker.</source>
   <translation>The file has columns but no rows.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/store/imports.py" />
   <source>Filen har rækker, der ikke kan gemmes sammen.</source>
   <translation>The file has rows that cannot be saved together.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ingest/delimited.py" />
   <source>Filen har {columns} kolonner; der læses højst {MAX_COLUMNS}.</source>
   <translation>The file has {columns} columns; at most {MAX_COLUMNS} are read.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ingest/delimited.py" />
   <source>Filen indeholder binære tegn og er ikke en tabel.</source>
   <translation>The file holds binary characters and is not a table.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ingest/fhir.py" />
   <source>Filen indeholder ingen genoptræningsplaner (ServiceRequest efter § 140).</source>
   <translation>The file holds no rehabilitation plans (ServiceRequest under section 140).</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ingest/cpr.py" />
   <source>Filen indeholder noget, der ligner CPR-numre: {columns}{more}.</source>
   <translation>The file holds something that looks like CPR numbers: {columns}{more}.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ingest/read.py" />
   <source>Filen kan ikke læses fra drevet.</source>
   <translation>The file cannot be read from the drive.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/workspace/inbox.py" />
   <source>Filen kan ikke læses lige nu.</source>
   <translation>The file cannot be read just now.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/workspace/inbox.py" />
   <source>Filen kan ikke læses på grund af en fejl i programmet.</source>
   <translation>The file cannot be read because of an error in the program.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ingest/fit.py" />
   <source>Filen kan læses som {listed}.</source>
   <translation>The file can be read as {listed}.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ingest/worker.py" />
   <source>Filen kunne ikke læses på {wall} sekunder.</source>
   <translation>The file could not be read in {wall} seconds.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ingest/recognise.py" />
   <source>Filen mangler kolonnen {group}.</source>
   <translation>The file lacks the column {group}.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ingest/recognise.py" />
   <source>Filen nævner flere datoer ({listed}).</source>
   <translation>The file names several dates ({listed}).</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ingest/recognise.py" />
   <source>Filen siger ikke klart, hvilket hospital den er fra.</source>
   <translation>The file does not clearly say which hospital it is from.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ingest/recognise.py" />
   <source>Filen siger ikke, hvilket hospital den er fra.</source>
   <translation>The file does not say which hospital it is from.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/workspace/deadline_risk.py" />
   <source>Filen siger ikke, hvornår borgere er tilbudt start, så antallet af ventende er anslået: {unknown}.</source>
   <translation>The file does not say when citizens were offered a start, so the number waiting is estimated: {unknown}.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ingest/recognise.py" />
   <source>Filen siger ikke, hvornår den er opgjort.</source>
   <translation>The file does not say when it was made.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ingest/totals.py" />
   <source>Filen siger {told} i alt i {column}, men rækkerne giver {counted}.</source>
   <translation>The file says {told} in all in {column}, but the rows give {counted}.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/store/backup.py" />
   <source>Filen {source} findes ikke.</source>
   <translation>The file {source} does not exist.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ingest/delimited.py" />
   <source>Filens første linje er over 64 KB og kan ikke være en overskrift.</source>
   <translation>The first line of the file is over 64 KB and cannot be a heading.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ingest/delimited.py" />
   <source>Filens tegn er beskadiget og kan ikke læses.</source>
   <translation>The characters of the file are damaged and cannot be read.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ingest/fit.py" />
   <source>Filens type kan ikke ses af kolonnerne.</source>
   <translation>The kind of file cannot be seen from the columns.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ingest/cpr.py" />
   <source>Fjern dem, eller importér filen uden de kolonner (--drop-cpr-columns).</source>
   <translation>Remove them, or import the file without those columns.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/workspace/importing.py" />
   <source>Fjern det fra den.</source>
   <translation>Remove it from there.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ingest/workbook.py" />
   <source>Fjern det, og gem igen.</source>
   <translation>Remove it and save again.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/workspace/meeting.py" />
   <source>Fjern {kind} af {day}</source>
   <translation>Remove {kind} of {day}</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ingest/fit.py" />
   <source>Flere ark ligner {KIND_NAMES}: {sheets}.</source>
   <translation>Several sheets look like {KIND_NAMES}: {sheets}.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/workspace/advice.py" />
   <source>Flere pladser gør ingen forskel i de uger, hvor pladserne er kendt.</source>
   <translation>More slots make no difference in the weeks where slots are known.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/export/package.py" />
   <source>Formatet '{unknown}' findes ikke.</source>
   <translation>The format '{unknown}' does not exist.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/store/imports.py" />
   <source>Fortryd import {there} først.</source>
   <translation>Undo import {there} first.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/store/failures.py" />
   <source>Frigør plads, og prøv igen.</source>
   <translation>Free some space and try again.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/workspace/meeting.py" />
   <source>Fristen ligger før beslutningen.</source>
   <translation>The due date lies before the decision.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/settings.py" />
   <source>Fristen tælles i arbejdsdage</source>
   <translation>The deadline is counted in working days</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/workspace/importing.py" />
   <source>Første fejl: {errors}</source>
   <translation>First error: {errors}</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/workspace/wizard.py" />
   <source>Gem den fra en importeret fil.</source>
   <translation>Save it from an imported file.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ingest/delimited.py" />
   <source>Gem den igen som CSV med UTF-8.</source>
   <translation>Save it again as CSV with UTF-8.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ingest/delimited.py" />
   <location filename="../../sundhedsklynge/ingest/read.py" />
   <source>Gem den som CSV eller XLSX.</source>
   <translation>Save it as CSV or XLSX.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ingest/workbook.py" />
   <source>Gem den uden adgangskode, og prøv igen.</source>
   <translation>Save it without a password and try again.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/workspace/scenarios.py" />
   <source>Gem et scenarie for at sammenligne det med planen.</source>
   <translation>Save a scenario to compare it with the plan.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/workspace/scenarios.py" />
   <source>Gem et scenarie først.</source>
   <translation>Save a scenario first.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/store/failures.py" />
   <source>Gendan den fra en sikkerhedskopi.</source>
   <translation>Restore it from a backup.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/coverage/entry.py" />
   <source>Genindlagte</source>
   <translation>Readmitted</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/coverage/drift.py" />
   <location filename="../../sundhedsklynge/coverage/indicators.py" />
   <source>Genindlæggelser inden for 72 timer</source>
   <translation>Readmissions within 72 hours</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/coverage/indicators.py" />
   <source>Genoptræningsplaner komplette første gang</source>
   <translation>Rehabilitation plans complete first time</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/coverage/indicators.py" />
   <source>Genoptræningsplaner sendt sent</source>
   <translation>Rehabilitation plans sent late</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/store/scenarios.py" />
   <source>Giv det et navn på højst {MOST_LETTERS} tegn.</source>
   <translation>Give it a name of at most {MOST_LETTERS} characters.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/settings.py" />
   <source>Grænser for hold øje, risiko og høj risiko</source>
   <translation>Limits of watch, risk and high risk</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/workspace/wizard.py" />
   <source>Gør sådan</source>
   <translation>What to do</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/workspace/explain.py" />
   <source>Helligdage, ferie</source>
   <translation>Holidays</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ingest/fhir.py" />
   <location filename="../../sundhedsklynge/ingest/read.py" />
   <source>Hent den igen hos afsenderen.</source>
   <translation>Get it again from the sender.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/workspace/places.py" />
   <source>Hent tabellen igen.</source>
   <translation>Get the table again.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/workspace/days_history.py" />
   <source>Hold på {slots} den {day} i {place}</source>
   <translation>Group of {slots} on {day} in {place}</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/settings.py" />
   <source>Hold, der starter samlet ud over ugens pladser</source>
   <translation>Groups that start together besides the week's slots</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/workspace/days_history.py" />
   <source>Holdet den {day} i {place} er aflyst</source>
   <translation>The group on {day} in {place} is cancelled</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/workspace/whatif.py" />
   <source>Hospitalet</source>
   <translation>The hospital</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/workspace/overrides.py" />
   <source>Hospitalet '{hospital}' er ikke i data.</source>
   <translation>The hospital '{hospital}' is not in the data.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/workspace/places.py" />
   <source>Hospitalet '{meaning}' findes ikke.</source>
   <translation>The hospital '{meaning}' does not exist.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ingest/check.py" />
   <source>Hospitalet '{name}' er nyt og bliver oprettet.</source>
   <translation>The hospital '{name}' is new and will be created.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ingest/recognise.py" />
   <source>Hospitalet '{name}' ligner {listed}.</source>
   <translation>The hospital '{name}' resembles {listed}.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/coverage/openness.py" />
   <source>Hospitalet har ikke delt nogen plan.</source>
   <translation>The hospital has shared no plan.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/coverage/entry.py" />
   <source>Hospitalet mangler.</source>
   <translation>The hospital is missing.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/workspace/importing.py" />
   <source>Hospitalets navn ligner et CPR-nummer.</source>
   <translation>The hospital's name looks like a CPR number.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/settings.py" />
   <source>Højeste risiko, som anbefalede pladser skal sikre</source>
   <translation>Highest risk that recommended slots must ensure</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/forecast/outlook.py" />
   <location filename="../../sundhedsklynge/workspace/movement.py" />
   <source>I alt</source>
   <translation>Total</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/workspace/explain.py" />
   <source>Ikke booket endnu</source>
   <translation>Not yet booked</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/store/imports.py" />
   <source>Import {import_id} er allerede fortrudt.</source>
   <translation>Import {import_id} is already undone.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/store/imports.py" />
   <source>Import {import_id} er ikke fortrudt.</source>
   <translation>Import {import_id} is not undone.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/workspace/quarterly.py" />
   <source>Importér 72-timers behandlingsansvar, plejehjemslæger eller genoptræningsplaner, eller tast tallene ind.</source>
   <translation>Import 72-hour treatment responsibility, nursing-home doctors or rehabilitation plans, or enter the figures.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/store/database.py" />
   <source>Importér en fil for at begynde.</source>
   <translation>Import a file to begin.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/workspace/workspace.py" />
   <source>Importér en fil først.</source>
   <translation>Import a file first.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/workspace/workspace.py" />
   <source>Importér en fil, eller vælg en senere dato.</source>
   <translation>Import a file or choose a later date.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/workspace/sharing.py" />
   <source>Importér en plan først.</source>
   <translation>Import a plan first.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/workspace/sharing.py" />
   <source>Importér en plan mere.</source>
   <translation>Import one more plan.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/workspace/accuracy.py" />
   <source>Importér modtagne genoptræningsplaner for mindst et halvt år.</source>
   <translation>Import received rehabilitation plans for at least half a year.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/settings.py" />
   <source>Importér nye filer i den overvågede mappe af sig selv</source>
   <translation>Import new files in the watched folder by themselves</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/workspace/quarterly.py" />
   <source>Inddelingen '{organisation}' findes ikke.</source>
   <translation>The division '{organisation}' does not exist.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/workspace/whatif.py" />
   <source>Indgrebet</source>
   <translation>The procedure</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/workspace/capacity.py" />
   <source>Indgrebet '{name}' er ukendt.</source>
   <translation>The procedure '{name}' is unknown.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/store/overrides.py" />
   <source>Indgrebet '{procedure}' findes ikke.</source>
   <translation>The procedure '{procedure}' does not exist.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/store/follow_up.py" />
   <location filename="../../sundhedsklynge/workspace/quarterly.py" />
   <source>Indikatoren '{indicator}' findes ikke.</source>
   <translation>The indicator '{indicator}' does not exist.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/settings.py" />
   <source>Indstillingen '{key}' findes ikke.</source>
   <translation>The setting '{key}' does not exist.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/workspace/scenarios.py" />
   <source>Ingen af scenarierne ændrer de ventede overskridelser ({before}).</source>
   <translation>None of the scenarios changes the number expected past the deadline ({before}).</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/workspace/inbox.py" />
   <source>Ingen mappe overvåges</source>
   <translation>No folder is watched</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/workspace/explain.py" />
   <source>Ingen plan er delt; tallet bygger på det sædvanlige.</source>
   <translation>No plan is shared; the figure rests on what is usual.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/workspace/explain.py" />
   <source>Ingen tidligere uger er fuldt kendte.</source>
   <translation>No earlier weeks are fully known.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/workspace/accuracy.py" />
   <source>Ingen uge efter de valgte datoer er gået og fuldt kendt.</source>
   <translation>No week after the chosen dates has passed and is fully known.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ingest/danish.py" />
   <source>Intet andet i filen viser det.</source>
   <translation>Nothing else in the file shows it.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/store/failures.py" />
   <source>Intet er gemt.</source>
   <translation>Nothing is saved.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/workspace/capacity.py" />
   <location filename="../../sundhedsklynge/workspace/importing.py" />
   <source>Intet er ændret.</source>
   <translation>Nothing is changed.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/workspace/deadline.py" />
   <source>Intet var kendt den {day}.</source>
   <translation>Nothing was known on {day}.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/workspace/explain.py" />
   <source>Jeres rettelse</source>
   <translation>Your correction</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/workspace/meeting_figures.py" />
   <source>Klynge {removeprefix}</source>
   <translation>Cluster {removeprefix}</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/workspace/wizard.py" />
   <source>Kolonne</source>
   <translation>Column</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ingest/layout.py" />
   <source>Kolonne {position}</source>
   <translation>Column {position}</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ingest/recognise.py" />
   <source>Kolonnen '{header}' er læst som {name}.</source>
   <translation>The column '{header}' is read as {name}.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ingest/recognise.py" />
   <source>Kolonnen {header}: {doubt}</source>
   <translation>The column {header}: {doubt}</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ingest/recognise.py" />
   <source>Kolonnerne er læst som sidst.</source>
   <translation>The columns are read as last time.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ingest/recognise.py" />
   <source>Kolonnerne er ændret siden sidst ({told}).</source>
   <translation>The columns have changed since last time ({told}).</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/workspace/wizard.py" />
   <source>Kolonnevalg er gemt</source>
   <translation>Choice of columns is saved</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/workspace/wizard.py" />
   <source>Kolonnevalg er glemt</source>
   <translation>Choice of columns is forgotten</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/workspace/deadline_risk.py" />
   <source>Kommune {municipality} er ikke i data.</source>
   <translation>Municipality {municipality} is not in the data.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/workspace/scenarios.py" />
   <source>Kommune-uger over målet: fra {weeks_over} til {weeks_over2}.</source>
   <translation>Municipality weeks over target: from {weeks_over} to {weeks_over2}.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ingest/kind_rows.py" />
   <source>Kommunekode og kommunenavn passer ikke sammen.</source>
   <translation>Municipality code and name do not fit.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/store/organisation.py" />
   <source>Kommunekode {strange} findes ikke.</source>
   <translation>Municipality code {strange} does not exist.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ingest/places.py" />
   <source>Kommunekoden {value} findes ikke.</source>
   <translation>The municipality code {value} does not exist.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/workspace/places.py" />
   <source>Kommunen '{text}' findes ikke.</source>
   <translation>The municipality '{text}' does not exist.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ingest/places.py" />
   <source>Kommunen '{value}' kendes ikke.</source>
   <translation>The municipality '{value}' is not known.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ingest/places.py" />
   <source>Kommunen mangler.</source>
   <translation>The municipality is missing.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/coverage/drift.py" />
   <location filename="../../sundhedsklynge/coverage/indicators.py" />
   <source>Kontakter inden for 72 timer</source>
   <translation>Contacts within 72 hours</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/workspace/inbox.py" />
   <source>Kontrollér forbindelsen til drevet, eller vælg en anden mappe.</source>
   <translation>Check the connection to the drive, or choose another folder.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ingest/read.py" />
   <source>Kontrollér forbindelsen, og prøv igen.</source>
   <translation>Check the connection and try again.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ingest/read.py" />
   <location filename="../../sundhedsklynge/workspace/places.py" />
   <source>Kontrollér navn og mappe.</source>
   <translation>Check name and folder.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/workspace/importing.py" />
   <location filename="../../sundhedsklynge/workspace/wizard.py" />
   <source>Kontrollér stien.</source>
   <translation>Check the path.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ingest/fhir.py" />
   <source>Kontrollér, at det er en rapport til KL Gateway.</source>
   <translation>Check that it is a report to KL Gateway.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ingest/delimited.py" />
   <source>Kontrollér, at filen er en tabel.</source>
   <translation>Check that the file is a table.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/store/backup.py" />
   <source>Kopien er ikke, som den skal være.</source>
   <translation>The copy is not as it should be.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/store/backup.py" />
   <source>Kopien er lavet af en nyere udgave af programmet.</source>
   <translation>The copy was made by a newer version of the program.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ingest/mapping.py" />
   <source>Kortlægningen er ikke gyldig JSON (linje {lineno}).</source>
   <translation>The mapping is not valid JSON (line {lineno}).</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ingest/mapping.py" />
   <source>Kortlægningen har den ukendte type '{kind}'.</source>
   <translation>The mapping has the unknown kind '{kind}'.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/workspace/importing.py" />
   <source>Kortlægningen indeholder noget, der ligner et CPR-nummer.</source>
   <translation>The mapping holds something that looks like a CPR number.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ingest/mapping.py" />
   <source>Kortlægningen nævner ukendte kolonner: {unknown}.</source>
   <translation>The mapping names unknown columns: {unknown}.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/workspace/wizard.py" />
   <source>Kortlægningen siger ikke, hvilken slags fil den er til.</source>
   <translation>The mapping does not say what kind of file it is for.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ingest/mapping.py" />
   <source>Kortlægningen skal være et JSON-objekt.</source>
   <translation>The mapping must be a JSON object.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/workspace/importing.py" />
   <location filename="../../sundhedsklynge/workspace/wizard.py" />
   <source>Kortlægningen {name} kan ikke læses.</source>
   <translation>The mapping {name} cannot be read.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/coverage/entry.py" />
   <source>Kvartalet er ikke slut.</source>
   <translation>The quarter is not over.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/store/failures.py" />
   <source>Kør sundhedsklynge check, og prøv igen.</source>
   <translation>Run sundhedsklynge check and try again.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/store/backup.py" />
   <location filename="../../sundhedsklynge/store/upgrade.py" />
   <source>Kør sundhedsklynge check.</source>
   <translation>Run sundhedsklynge check.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/workspace/importing.py" />
   <source>Ligner et CPR-nummer: {hit}.</source>
   <translation>Looks like a CPR number: {hit}.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/coverage/spc.py" />
   <source>Linje med median: {quarters} er for få til at afgøre, om et skift er mere end tilfældigt; det kræver 10.</source>
   <translation>Line with median: {quarters} are too few to tell whether a shift is beyond chance; that takes 10.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/coverage/spc.py" />
   <source>Linje uden grænser: tallet er det samme i alle kvartaler, så der er ingen variation at regne grænser af.</source>
   <translation>Line without limits: the figure is the same in all quarters, so there is no variation to compute limits from.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/coverage/spc.py" />
   <source>Linje uden grænser: {quarters} er for få til at skelne udvikling fra tilfældigheder; medianen vises fra 8.</source>
   <translation>Line without limits: {quarters} are too few to tell a trend from chance; the median is shown from 8.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/domain/areas.py" />
   <source>Linje {line} har en værdi i {column}, der ikke kan bruges.</source>
   <translation>Line {line} has a value in {column} that cannot be used.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ingest/delimited.py" />
   <source>Linje {row} i filen er over 1 MB.</source>
   <translation>Line {row} of the file is over 1 MB.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ingest/read.py" />
   <source>Luk den, og prøv igen.</source>
   <translation>Close it and try again.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/export/files.py" />
   <source>Luk filen, eller vælg en anden mappe, og prøv igen.</source>
   <translation>Close the file or choose another folder, and try again.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/workspace/whatif.py" />
   <source>Lukkeperioden slutter, før den begynder, eller er over et år.</source>
   <translation>The closing period ends before it begins, or is over a year.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/workspace/days_history.py" />
   <source>Lukket {period} i {place}</source>
   <translation>Closed {period} in {place}</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/workspace/inbox.py" />
   <source>Mappen {folder} findes ikke, eller du har ikke adgang til den.</source>
   <translation>The folder {folder} does not exist, or you have no access to it.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/workspace/inbox.py" />
   <source>Mappen {folder} kan ikke læses.</source>
   <translation>The folder {folder} cannot be read.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/workspace/inbox.py" />
   <source>Mappen {folder} overvåges</source>
   <translation>The folder {folder} is watched</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/export/files.py" />
   <source>Mappen {parent} findes ikke.</source>
   <translation>The folder {parent} does not exist.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/store/database.py" />
   <source>Mappen {parent} kan ikke oprettes.</source>
   <translation>The folder {parent} cannot be created.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/workspace/advice.py" />
   <source>Mest nytte gør {where}: det fjerner {removed} af de ventede overskridelser (fra {late_before} til {late_after}).</source>
   <translation>Most good does {where}: it removes {removed} of those expected past the deadline (from {late_before} to {late_after}).</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/settings.py" />
   <source>Mindste antal, der vises i mødevisning</source>
   <translation>Smallest count shown in meeting view</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/workspace/preview.py" />
   <source>Modtagne genoptræningsplaner</source>
   <translation>Received rehabilitation plans</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/store/follow_up.py" />
   <source>Målet findes ikke længere.</source>
   <translation>The target is not there any more.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/store/follow_up.py" />
   <source>Målet skal ligge mellem 0 og 100 %.</source>
   <translation>The target must lie between 0 and 100 %.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/workspace/quarterly.py" />
   <source>Målgruppe: indlagt mindst {get} timer</source>
   <translation>Target group: in hospital at least {get} hours</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/export/files.py" />
   <source>Måske er den åben i Excel.</source>
   <translation>It may be open in Excel.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/workspace/inbox.py" />
   <source>Måske er den åben i et andet program.</source>
   <translation>It may be open in another program.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/workspace/places.py" />
   <source>Navnet er tomt eller for langt.</source>
   <translation>The name is empty or too long.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/store/follow_up.py" />
   <source>Niveauet '{area_kind}' findes ikke.</source>
   <translation>The level '{area_kind}' does not exist.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/workspace/meeting.py" />
   <source>Note</source>
   <translation>Note</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/store/notes.py" />
   <source>Noten er tom.</source>
   <translation>The note is empty.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/store/notes.py" />
   <location filename="../../sundhedsklynge/workspace/meeting.py" />
   <source>Noten findes ikke længere.</source>
   <translation>The note is not there any more.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/workspace/effects.py" />
   <source>Nye hospitaler oprettes: {new_hospitals}.</source>
   <translation>New hospitals are created: {new_hospitals}.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/workspace/importing.py" />
   <source>Nye hospitaler: {new_hospitals}.</source>
   <translation>New hospitals: {new_hospitals}.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ingest/cpr.py" />
   <source>Omdøb det, og prøv igen.</source>
   <translation>Rename it and try again.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/coverage/entry.py" />
   <source>Omfattede</source>
   <translation>Covered</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/store/overrides.py" />
   <source>Området '{code}' findes ikke.</source>
   <translation>The area '{code}' does not exist.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/workspace/meeting_figures.py" />
   <source>Området findes ikke på den dato.</source>
   <translation>The area does not exist on that date.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/store/backup.py" />
   <source>Opdatér Sundhedsklynge, og prøv igen.</source>
   <translation>Update Sundhedsklynge and try again.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/store/upgrade.py" />
   <source>Opdatér Sundhedsklynge, og åbn den igen.</source>
   <translation>Update Sundhedsklynge and open it again.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/store/agreements.py" />
   <location filename="../../sundhedsklynge/store/follow_up.py" />
   <location filename="../../sundhedsklynge/store/notes.py" />
   <location filename="../../sundhedsklynge/store/overrides.py" />
   <location filename="../../sundhedsklynge/workspace/capacity.py" />
   <location filename="../../sundhedsklynge/workspace/meeting.py" />
   <source>Opdatér siden.</source>
   <translation>Refresh the page.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ingest/kind_rows.py" />
   <source>Operationsdatoen ligger ikke i ugen.</source>
   <translation>The operation date is not in the week.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/export/files.py" />
   <source>Opret den, eller vælg en anden mappe.</source>
   <translation>Create it or choose another folder.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/settings.py" />
   <source>Overvåget mappe</source>
   <translation>Watched folder</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ingest/read.py" />
   <location filename="../../sundhedsklynge/ingest/workbook.py" />
   <source>Pak den ud først.</source>
   <translation>Unpack it first.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/settings.py" />
   <source>Pakker og priser hos private leverandører (kr. pr. forløb)</source>
   <translation>Packages and prices of private suppliers (DKK per course)</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/workspace/capacity.py" />
   <source>Perioden slutter, før den begynder, eller er over to år.</source>
   <translation>The period ends before it begins, or is over two years.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/workspace/whatif.py" />
   <source>Perioden slutter, før den begynder.</source>
   <translation>The period ends before it begins.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/workspace/preview.py" />
   <source>Pladser</source>
   <translation>Slots</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/workspace/capacity.py" />
   <source>Pladser i {when} i {where}</source>
   <translation>Slots in {when} in {where}</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/workspace/advice.py" />
   <source>Pladser mangler fra {first}.</source>
   <translation>Slots are missing from {first}.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/coverage/entry.py" />
   <source>Pladser med læge</source>
   <translation>Places with doctor</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/workspace/advice.py" />
   <source>Pladserne er nok: ingen uge har en risiko over {target}.</source>
   <translation>The slots are enough: no week has a risk over {target}.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/workspace/explain.py" />
   <source>Plan fra {extracted} ({age_days} gammel)</source>
   <translation>Plan from {extracted} ({age_days} old)</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/workspace/explain.py" />
   <source>Plan på vej</source>
   <translation>Plan on its way</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/workspace/preview.py" />
   <source>Planlagte operationer</source>
   <translation>Planned operations</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/workspace/preview.py" />
   <source>Plejehjem</source>
   <translation>Nursing homes</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/coverage/indicators.py" />
   <source>Plejehjem med fast læge</source>
   <translation>Nursing homes with regular doctor</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/coverage/entry.py" />
   <source>Plejehjem med læge og ukendte</source>
   <translation>Nursing homes with doctor and unknown</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/coverage/indicators.py" />
   <source>Plejehjemspladser med fast læge</source>
   <translation>Home places with regular doctor</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/settings.py" />
   <source>Pris for en ekstra plads (kr.)</source>
   <translation>Price of an extra slot (DKK)</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/settings.py" />
   <source>Pris pr. forløb hos privat leverandør, hvor ingen pakke gælder (kr.)</source>
   <translation>Price per course at a private supplier where no package applies (DKK)</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/workspace/wizard.py" />
   <source>Problem</source>
   <translation>Problem</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ingest/terms.py" />
   <source>Proceduren mangler.</source>
   <translation>The procedure is missing.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/workspace/news.py" />
   <source>Prognosen bruger historikken for resten.</source>
   <translation>The forecast uses history for the rest.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/workspace/overrides.py" />
   <source>Prognosen er rettet {said}: {reason} ({made_by}, {day}).</source>
   <translation>The forecast is corrected {said}: {reason} ({made_by}, {day}).</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/workspace/explain.py" />
   <source>Prognosen har intet tal for {code}, {procedure}, {week}.</source>
   <translation>The forecast has no figure for {code}, {procedure}, {week}.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ingest/workbook.py" />
   <source>Projektmappen er beskadiget og kan ikke læses.</source>
   <translation>The workbook is damaged and cannot be read.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ingest/workbook.py" />
   <source>Projektmappen er beskyttet med adgangskode.</source>
   <translation>The workbook is protected by a password.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ingest/workbook.py" />
   <source>Projektmappen fylder for meget, når den pakkes ud.</source>
   <translation>The workbook is too large when unpacked.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ingest/read.py" />
   <source>Projektmappen har ingen ark med indhold.</source>
   <translation>The workbook has no sheet with content.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ingest/workbook.py" />
   <source>Projektmappen indeholder XML-erklæringer, der ikke er tilladt.</source>
   <translation>The workbook holds XML declarations that are not allowed.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ingest/workbook.py" />
   <source>Projektmappens kommentarer, tekstfelter eller egenskaber indeholder noget, der ligner et CPR-nummer.</source>
   <translation>The comments, text boxes or properties of the workbook hold something that looks like a CPR number.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/store/imports.py" />
   <source>Regionen '{strange}' er ukendt.</source>
   <translation>The region '{strange}' is unknown.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ingest/places.py" />
   <source>Regionen '{text}' kendes ikke.</source>
   <translation>The region '{text}' is not known.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/workspace/quarterly.py" />
   <source>Regnet om fra {day}: {reason}</source>
   <translation>Computed anew from {day}: {reason}</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ingest/kind_rows.py" />
   <source>Resten af rækken er læst med.</source>
   <translation>The rest of the row is read.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/workspace/whatif.py" />
   <source>Ret datoerne.</source>
   <translation>Correct the dates.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ingest/danish.py" />
   <source>Ret den i filen.</source>
   <translation>Correct it in the file.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ingest/kind_rows.py" />
   <source>Ret den, der er forkert.</source>
   <translation>Correct the one that is wrong.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/workspace/whatif.py" />
   <source>Ret den.</source>
   <translation>Correct it.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ingest/danish.py" />
   <source>Ret det i filen.</source>
   <translation>Correct it in the file.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/store/agreements.py" />
   <location filename="../../sundhedsklynge/store/follow_up.py" />
   <source>Ret en af datoerne.</source>
   <translation>Correct one of the dates.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ingest/kind_rows.py" />
   <location filename="../../sundhedsklynge/ingest/terms.py" />
   <source>Ret en af dem.</source>
   <translation>Correct one of them.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/store/overrides.py" />
   <source>Ret en af ugerne.</source>
   <translation>Correct one of the weeks.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/coverage/entry.py" />
   <location filename="../../sundhedsklynge/ingest/kind_rows.py" />
   <source>Ret et af tallene.</source>
   <translation>Correct one of the numbers.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/workspace/importing.py" />
   <source>Ret filen, eller importér resten uden de rækker.</source>
   <translation>Correct the file, or import the rest without those rows.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/store/imports.py" />
   <source>Ret filen, og importér den igen.</source>
   <translation>Correct the file and import it again.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/workspace/wizard.py" />
   <source>Ret filen, og vælg den igen.</source>
   <translation>Correct the file and choose it again.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ingest/mapping.py" />
   <source>Ret filen.</source>
   <translation>Correct the file.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ingest/rows.py" />
   <source>Ret formlen i filen.</source>
   <translation>Correct the formula in the file.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ingest/places.py" />
   <source>Ret kode eller navn.</source>
   <translation>Correct code or name.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ingest/places.py" />
   <source>Ret koden i filen.</source>
   <translation>Correct the code in the file.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ingest/recognise.py" />
   <source>Ret kortlægningen.</source>
   <translation>Correct the mapping.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ingest/delimited.py" />
   <source>Ret linjen, eller gem filen igen fra Excel.</source>
   <translation>Correct the line, or save the file again from Excel.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ingest/mapping.py" />
   <source>Ret navnene i filen.</source>
   <translation>Correct the names in the file.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ingest/places.py" />
   <source>Ret navnet i filen.</source>
   <translation>Correct the name in the file.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/store/failures.py" />
   <source>Ret navnet, eller bed it om at oprette den.</source>
   <translation>Correct the name, or ask IT to create it.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ingest/places.py" />
   <source>Ret navnet, eller skriv kommunekoden.</source>
   <translation>Correct the name or write the municipality code.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ingest/recognise.py" />
   <source>Ret navnet, eller vælg.</source>
   <translation>Correct the name, or choose.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/store/failures.py" />
   <source>Ret oplysningerne, eller bed it om adgang.</source>
   <translation>Correct the details, or ask IT for access.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ingest/recognise.py" />
   <source>Ret overskriften, eller giv en kortlægning.</source>
   <translation>Correct the heading.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/domain/areas.py" />
   <location filename="../../sundhedsklynge/store/organisation.py" />
   <source>Ret tabellen, og indlæs den igen.</source>
   <translation>Correct the table and load it again.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/workspace/capacity.py" />
   <source>Ret ugerne.</source>
   <translation>Correct the weeks.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/workspace/overrides.py" />
   <source>Rettelse af prognosen fjernet: {said}</source>
   <translation>Correction of the forecast removed: {said}</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/workspace/overrides.py" />
   <source>Rettelse af prognosen: {override}</source>
   <translation>Correction of the forecast: {override}</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/store/overrides.py" />
   <source>Rettelsen af prognosen findes ikke længere.</source>
   <translation>The correction of the forecast is not there any more.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/store/overrides.py" />
   <source>Rettelsen kan ikke bruges.</source>
   <translation>The correction cannot be used.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/store/overrides.py" />
   <source>Rettelsen mangler en begrundelse.</source>
   <translation>The correction lacks a reason.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/store/overrides.py" />
   <source>Rettelsen slutter, før den begynder.</source>
   <translation>The correction ends before it begins.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/workspace/scenarios.py" />
   <source>Risikoen er den samme.</source>
   <translation>The risk is the same.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/domain/risk_class.py" />
   <source>Risikoen er for lav, hvis andre planer bruger pladserne.</source>
   <translation>The risk is too low if other plans use the slots.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/workspace/deadline_risk.py" />
   <source>Risikoen er for lav, hvis andre planer end knæ, hofte og skulder bruger pladserne: angiv andelen af pladser.</source>
   <translation>The risk is too low if plans other than knee, hip and shoulder use the slots: state the share of slots.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/workspace/scenarios.py" />
   <source>Risikoen i {weeks} {verb} fra {was} til {now}.</source>
   <translation>The risk in {weeks} {verb} from {was} to {now}.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/workspace/risk_record.py" />
   <source>Risikoen rammer ikke bedre end at gætte på, at det går som det plejer.</source>
   <translation>The risk does no better than guessing that all goes as usual.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/workspace/risk_record.py" />
   <source>Risikoen rammer {skill} bedre end at gætte på, at det går som det plejer.</source>
   <translation>The risk does {skill} better than guessing that all goes as usual.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/workspace/risk_record.py" />
   <source>Risikoen, som den blev regnet {days} gange fra {days2} til {days3}, op til {JUDGED_WEEKS} uger frem, i alle kommuner.</source>
   <translation>The risk as computed {days} times from {days2} to {days3}, up to {JUDGED_WEEKS} weeks ahead, in all municipalities.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/workspace/risk_record.py" />
   <source>Risikoen, som den blev regnet {days}, op til {JUDGED_WEEKS} uger frem, i alle kommuner.</source>
   <translation>The risk as computed {days}, up to {JUDGED_WEEKS} weeks ahead, in all municipalities.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/workspace/wizard.py" />
   <source>Række</source>
   <translation>Row</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ingest/recognise.py" />
   <source>Række {a}-{b} er ikke læst: de hører ikke til tabellen.</source>
   <translation>Rows {a}-{b} are not read: they do not belong to the table.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/workspace/capacity.py" />
   <source>Række {i}, kolonne {k} i udklippet</source>
   <translation>Row {i}, column {k} of the clipboard</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ingest/recognise.py" />
   <source>Række {row} er læst som en bemærkning.</source>
   <translation>Row {row} is read as a remark.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/workspace/wizard.py" />
   <source>Rækken importeres</source>
   <translation>The row is imported</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ingest/kind_rows.py" />
   <source>Rækkens kolonner nævner hver sin procedure.</source>
   <translation>The columns of the row name different procedures.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/workspace/explain.py" />
   <source>Samme uge sidste år: {last_year}.</source>
   <translation>The same week last year: {last_year}.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/workspace/scenarios.py" />
   <source>Scenarie {name}: {text}.</source>
   <translation>Scenario {name}: {text}.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/store/scenarios.py" />
   <source>Scenariet har ikke et brugbart navn.</source>
   <translation>The scenario has no usable name.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/workspace/scenarios.py" />
   <source>Scenariet {name} er gemt</source>
   <translation>The scenario {name} is saved</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/workspace/scenarios.py" />
   <source>Scenariet {name} er slettet</source>
   <translation>The scenario {name} is deleted</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/workspace/scenarios.py" />
   <source>Scenariet {old} hedder nu {tidy}</source>
   <translation>The scenario {old} is now called {tidy}</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/workspace/scenarios.py" />
   <source>Scenariet ændrer intet.</source>
   <translation>The scenario changes nothing.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/workspace/importing.py" />
   <source>Se den igen, før du importerer den.</source>
   <translation>Look at it again before you import it.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/store/imports.py" />
   <source>Se efter dobbelte rækker og tal, der ikke passer sammen.</source>
   <translation>Look for duplicate rows and numbers that do not fit together.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ingest/kind_rows.py" />
   <source>Se efter, om datoerne er rigtige.</source>
   <translation>Check that the dates are right.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ingest/recognise.py" />
   <source>Se efter, om de er læst rigtigt.</source>
   <translation>Check that they are read right.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/store/failures.py" />
   <source>Se efter, om drevet er tilsluttet, og prøv igen.</source>
   <translation>Check that the drive is connected, and try again.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/store/failures.py" />
   <source>Se efter, om du er på netværket, og prøv igen.</source>
   <translation>Check that you are on the network, and try again.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/store/database.py" />
   <source>Se efter, om du har adgang til filen.</source>
   <translation>Check that you have access to the file.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/store/failures.py" />
   <source>Se efter, om mappen findes, og om du har adgang til den.</source>
   <translation>Check that the folder exists and that you have access to it.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ingest/totals.py" />
   <source>Se efter, om noget mangler.</source>
   <translation>Check whether something is missing.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/store/imports.py" />
   <source>Se listen med imports.</source>
   <translation>See the list with imports.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/store/scenarios.py" />
   <source>Se navnene med scenarios.</source>
   <translation>See the names with scenarios.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/store/imports.py" />
   <source>Se numrene med imports.</source>
   <translation>See the numbers with imports.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/coverage/spc.py" />
   <source>Seriediagram: {quarters} er nok til at se et skift om medianen, men grænser kræver 13.</source>
   <translation>Run chart: {quarters} are enough to see a shift about the median, but limits take 13.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/coverage/entry.py" />
   <source>Sidste kvartal var tallet {was_of}, nu er det {now_of}.</source>
   <translation>Last quarter the number was {was_of}, now it is {now_of}.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ingest/recognise.py" />
   <source>Skal de læses som ugerne nærmest {strftime}?</source>
   <translation>Are they to be read as the weeks nearest {strftime}?</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ingest/recognise.py" />
   <source>Skjulte ark er ikke læst: {hidden}.</source>
   <translation>Hidden sheets are not read: {hidden}.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ingest/terms.py" />
   <source>Skriv anden kommune, fejlsendt, erstattet, udskudt, frit valg, frit valg afslået, eller lad feltet stå tomt.</source>
   <translation>Write anden kommune, fejlsendt, erstattet, udskudt, frit valg, frit valg afslået, or leave the field empty.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/workspace/scenarios.py" />
   <source>Skriv antal pladser ind for at sammenligne risikoen.</source>
   <translation>Enter numbers of slots to compare the risk.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/workspace/advice.py" />
   <location filename="../../sundhedsklynge/workspace/scenarios.py" />
   <source>Skriv antal pladser ind for at se risikoen.</source>
   <translation>Enter numbers of slots to see the risk.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/store/follow_up.py" />
   <source>Skriv begge dele.</source>
   <translation>Enter both.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/coverage/entry.py" />
   <source>Skriv både pladser og pladser med læge, eller ingen af dem.</source>
   <translation>Enter both places and places with doctor, or neither.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ingest/recognise.py" />
   <source>Skriv datoerne som 23-11-2026.</source>
   <translation>Write the dates as 23-11-2026.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/workspace/advice.py" />
   <source>Skriv dem ind for at se risikoen.</source>
   <translation>Enter them to see the risk.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ingest/danish.py" />
   <source>Skriv den som 2026-11.</source>
   <translation>Write it as 2026-11.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ingest/danish.py" />
   <source>Skriv den som 2026-W48.</source>
   <translation>Write it as 2026-W48.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ingest/danish.py" />
   <location filename="../../sundhedsklynge/workspace/wizard.py" />
   <source>Skriv den som 23-11-2026.</source>
   <translation>Write it as 23-11-2026.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ingest/terms.py" />
   <source>Skriv den som KNGB40.</source>
   <translation>Write it as KNGB40.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/store/location.py" />
   <source>Skriv den som postgresql://bruger@server/navn.</source>
   <translation>Write it as postgresql://user@server/name.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/workspace/personal.py" />
   <source>Skriv den uden personnummer.</source>
   <translation>Enter it without a personal number.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/workspace/overrides.py" />
   <location filename="../../sundhedsklynge/workspace/quarterly.py" />
   <source>Skriv den uden personoplysninger.</source>
   <translation>Enter it without personal data.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/workspace/places.py" />
   <source>Skriv det navn, der står i filen.</source>
   <translation>Write the name that is in the file.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ingest/kind_rows.py" />
   <source>Skriv det rigtige tal, hvis rækkerne skal med.</source>
   <translation>Write the real number to have the rows counted.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/coverage/entry.py" />
   <location filename="../../sundhedsklynge/ingest/danish.py" />
   <source>Skriv det som 2026K3.</source>
   <translation>Write it as 2026K3.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ingest/terms.py" />
   <source>Skriv en SKS-kode eller knæ, hofte, skulder eller andre.</source>
   <translation>Write an SKS code or knæ, hofte, skulder or andre.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ingest/mapping.py" />
   <source>Skriv en af: {KIND_NAMES}.</source>
   <translation>Write one of: {KIND_NAMES}.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/store/follow_up.py" />
   <source>Skriv en andel som 80 %.</source>
   <translation>Write a share such as 80 %.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/store/notes.py" />
   <source>Skriv en tekst.</source>
   <translation>Enter a text.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/store/overrides.py" />
   <source>Skriv en ændring fra {LOWEST} til {HIGHEST}.</source>
   <translation>Enter a change from {LOWEST} to {HIGHEST}.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/store/agreements.py" />
   <source>Skriv et helt tal fra 0 til 104.</source>
   <translation>Enter a whole number from 0 to 104.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/workspace/capacity.py" />
   <source>Skriv et helt tal fra 0 til {MOST_SLOTS}.</source>
   <translation>Enter a whole number from 0 to {MOST_SLOTS}.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/workspace/capacity.py" />
   <source>Skriv et helt tal fra 0.</source>
   <translation>Enter a whole number from 0.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/store/agreements.py" />
   <source>Skriv et helt tal fra 1 til 366.</source>
   <translation>Enter a whole number from 1 to 366.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ingest/danish.py" />
   <source>Skriv et helt tal.</source>
   <translation>Write a whole number.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/workspace/advice.py" />
   <source>Skriv et tal fra 1 til {MOST_EXTRA}.</source>
   <translation>Enter a number from 1 to {MOST_EXTRA}.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ingest/danish.py" />
   <location filename="../../sundhedsklynge/ingest/kind_rows.py" />
   <source>Skriv et tal, eller - for ingen.</source>
   <translation>Write a number, or - for none.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ingest/terms.py" />
   <source>Skriv f.eks. almen basal, almen avanceret eller ukendt.</source>
   <translation>Write e.g. almen basal, almen avanceret or ukendt.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/store/database.py" />
   <source>Skriv filens navn med.</source>
   <translation>Give the name of the file too.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/workspace/whatif.py" />
   <source>Skriv for eksempel {HELP}.</source>
   <translation>Write for example {HELP}.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/workspace/whatif.py" />
   <source>Skriv fra -100 % til +{MOST_PERCENT} %.</source>
   <translation>Write from -100 % to +{MOST_PERCENT} %.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/workspace/whatif.py" />
   <source>Skriv fra 0 til {MOST_DAYS}.</source>
   <translation>Write from 0 to {MOST_DAYS}.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/workspace/whatif.py" />
   <source>Skriv fra 1 til {MOST_SLOTS}.</source>
   <translation>Write from 1 to {MOST_SLOTS}.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/workspace/whatif.py" />
   <source>Skriv højst {MOST_SLOTS}.</source>
   <translation>Write at most {MOST_SLOTS}.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ingest/danish.py" />
   <source>Skriv ja eller nej.</source>
   <translation>Write ja or nej.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ingest/terms.py" />
   <source>Skriv knæ, hofte, skulder eller andre.</source>
   <translation>Write knæ, hofte, skulder or andre.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ingest/places.py" />
   <source>Skriv kommunekode eller navn.</source>
   <translation>Write municipality code or name.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/workspace/places.py" />
   <source>Skriv kommunens navn eller kode.</source>
   <translation>Write the municipality's name or code.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/store/overrides.py" />
   <source>Skriv kort, hvorfor tallene bliver anderledes.</source>
   <translation>Say briefly why the figures will be different.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/workspace/importing.py" />
   <source>Skriv navnet uden.</source>
   <translation>Write the name without it.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ingest/terms.py" />
   <source>Skriv planlagt, udført eller aflyst.</source>
   <translation>Write planlagt, udført or aflyst.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/store/imports.py" />
   <source>Skriv redo {import_id} for at tage den med igen.</source>
   <translation>Write redo {import_id} to take it in again.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ingest/danish.py" />
   <source>Skriv tallet uden punktum.</source>
   <translation>Write the number without a full stop.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ingest/recognise.py" />
   <source>Skriv tallet uden skilletegn.</source>
   <translation>Write the number without separators.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ingest/danish.py" />
   <source>Skriv ugen som 2026-W48.</source>
   <translation>Write the week as 2026-W48.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/workspace/capacity.py" />
   <source>Skriv ugens pladser, før du lægger til eller trækker fra.</source>
   <translation>Enter the week's slots before you add or subtract.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/settings.py" />
   <source>Skriv {form}.</source>
   <translation>Enter {form}.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ingest/danish.py" />
   <source>Skriv året med fire cifre.</source>
   <translation>Write the year with four digits.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ingest/kind_rows.py" />
   <source>Skriv årstallet med fire cifre.</source>
   <translation>Write the year with four digits.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/store/follow_up.py" />
   <source>Skriv, hvad der skete, eller hvorfor grænserne skal regnes om.</source>
   <translation>Enter what happened, or why the limits are to be computed anew.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ingest/delimited.py" />
   <location filename="../../sundhedsklynge/ingest/sheets.py" />
   <source>Slet de kolonner, der ikke bruges.</source>
   <translation>Delete the columns that are not used.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ingest/sheets.py" />
   <source>Slet de kolonner.</source>
   <translation>Delete those columns.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/store/follow_up.py" />
   <source>Slutdatoen ligger før startdatoen.</source>
   <translation>The end date lies before the start date.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ingest/kind_rows.py" />
   <source>Slå rækkerne sammen.</source>
   <translation>Merge the rows.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/workspace/quarterly.py" />
   <source>Startdato: {starts}.</source>
   <translation>Start date: {starts}.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/workspace/quarterly.py" />
   <source>Startdatoen er ikke sat.</source>
   <translation>The start date is not set.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/workspace/accuracy.py" />
   <source>Startdatoen ligger efter slutdatoen.</source>
   <translation>The start date lies after the end date.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ingest/terms.py" />
   <source>Status '{value}' kendes ikke.</source>
   <translation>Status '{value}' is not known.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/workspace/overrides.py" />
   <source>Stedet '{code}' er ikke i data.</source>
   <translation>The place '{code}' is not in the data.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/workspace/capacity.py" />
   <source>Sæt det ind længere oppe.</source>
   <translation>Paste it further up.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/domain/areas.py" />
   <source>Tabellen mangler kolonnen {missing}.</source>
   <translation>The table lacks the column {missing}.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/store/backup.py" />
   <source>Tabellen {table} har rækker, der peger på noget, som mangler.</source>
   <translation>The table {table} has rows that point at something missing.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/coverage/entry.py" />
   <source>Tallet kan ikke være under nul.</source>
   <translation>The number cannot be under zero.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/workspace/quarterly.py" />
   <source>Teksten ligner et CPR-nummer og er ikke gemt.</source>
   <translation>The text looks like a CPR number and is not saved.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/workspace/personal.py" />
   <source>Teksten ligner et personnummer og er ikke gemt.</source>
   <translation>The text looks like a personal number and is not saved.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/store/follow_up.py" />
   <source>Tilbuddet mangler en kommune.</source>
   <translation>The offer lacks a municipality.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/store/follow_up.py" />
   <source>Tilbuddet mangler et hospital.</source>
   <translation>The offer lacks a hospital.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/store/follow_up.py" />
   <source>Tilbuddet mangler titel eller tekst.</source>
   <translation>The offer lacks a title or text.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/workspace/scenarios.py" />
   <source>Tilføj mindst én ændring.</source>
   <translation>Add at least one change.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ingest/recognise.py" />
   <source>Tomme felter i '{label}' er læst som værdien ovenover.</source>
   <translation>Empty fields in '{label}' are read as the value above.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/coverage/spc.py" />
   <source>Trappediagram uden grænser: tallet er en beholdning, som ændrer sig et hjem ad gangen og ikke ved tilfældigheder.</source>
   <translation>Step chart without limits: the figure is a stock that changes one home at a time and not by chance.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/settings.py" />
   <source>Typer af planer, som fristen gælder</source>
   <translation>Types of plan the deadline applies to</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/store/follow_up.py" />
   <source>Udbyderen kan ikke bruges.</source>
   <translation>The provider cannot be used.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/workspace/explain.py" />
   <source>Uden angivet hospital</source>
   <translation>No hospital given</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/workspace/places.py" />
   <source>Uden {one} nu: {left}.</source>
   <translation>Without {one} now: {left}.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/workspace/quarterly.py" />
   <source>Udfyld mindst en linje.</source>
   <translation>Fill in at least one line.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/workspace/capacity.py" />
   <source>Udklippet har flere rækker end tabellen.</source>
   <translation>The clipboard has more rows than the table.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/workspace/preview.py" />
   <source>Udskrivninger i målgruppen</source>
   <translation>Discharges in the target group</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/coverage/indicators.py" />
   <source>Udskrivninger omfattet af 72-timers behandlingsansvar</source>
   <translation>Discharges under 72-hour responsibility</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ingest/danish.py" />
   <source>Ugen '{shown}' findes ikke: {year} har ingen uge {week}.</source>
   <translation>The week '{shown}' does not exist: {year} has no week {week}.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ingest/danish.py" />
   <source>Ugen '{text}' mangler årstal.</source>
   <translation>The week '{text}' lacks a year.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ingest/kind_rows.py" />
   <source>Ugen '{week}' mangler et årstal.</source>
   <translation>The week '{week}' lacks a year.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ingest/recognise.py" />
   <source>Ugerne står uden årstal ({lacking}). {near}Skriv årstallet i filen, f.eks. 2026-W48.</source>
   <translation>The weeks have no year ({lacking}). {near}Write the year in the file, e.g. 2026-W48.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/coverage/entry.py" />
   <source>Vent med tallene, til {over} er begyndt.</source>
   <translation>Wait with the figures until {over} has begun.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ingest/read.py" />
   <source>Vent, til den er gemt færdig.</source>
   <translation>Wait until it is fully saved.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/store/failures.py" />
   <source>Vent, til det er færdigt, og prøv igen.</source>
   <translation>Wait until it is done, and try again.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/workspace/inbox.py" />
   <source>Vent, til filen kan læses.</source>
   <translation>Wait until the file can be read.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/workspace/scenarios.py" />
   <source>Ventede overskridelser i alt: fra {expected}.</source>
   <translation>Expected past the deadline in all: from {expected}.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/workspace/scenarios.py" />
   <source>Ventede overskridelser: fra {expected}.</source>
   <translation>Expected past the deadline: from {expected}.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ingest/recognise.py" />
   <source>Vælg den rigtige.</source>
   <translation>Choose the right one.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ingest/recognise.py" />
   <source>Vælg den, eller ret filen.</source>
   <translation>Choose it, or correct the file.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ingest/fit.py" />
   <source>Vælg det, der skal læses.</source>
   <translation>Choose the one to read.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ingest/read.py" />
   <source>Vælg en CSV-fil eller en projektmappe.</source>
   <translation>Choose a CSV file or a workbook.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/settings.py" />
   <location filename="../../sundhedsklynge/store/follow_up.py" />
   <location filename="../../sundhedsklynge/store/follow_up.py" />
   <location filename="../../sundhedsklynge/workspace/quarterly.py" />
   <location filename="../../sundhedsklynge/workspace/capacity.py" />
   <location filename="../../sundhedsklynge/workspace/quarterly.py" />
   <location filename="../../sundhedsklynge/workspace/scenarios.py" />
   <location filename="../../sundhedsklynge/workspace/whatif.py" />
   <location filename="../../sundhedsklynge/workspace/workspace.py" />
   <source>Vælg en af: {SETTINGS}.</source>
   <translation>Choose one of: {SETTINGS}.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/store/database.py" />
   <source>Vælg en anden database.</source>
   <translation>Choose another database.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/workspace/sharing.py" />
   <source>Vælg en anden dato.</source>
   <translation>Choose another date.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/store/database.py" />
   <source>Vælg en anden fil, eller gendan en sikkerhedskopi.</source>
   <translation>Choose another file, or restore a backup.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/workspace/places.py" />
   <source>Vælg en anden fil.</source>
   <translation>Choose another file.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/export/files.py" />
   <source>Vælg en anden mappe, og prøv igen.</source>
   <translation>Choose another folder and try again.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/store/backup.py" />
   <location filename="../../sundhedsklynge/workspace/inbox.py" />
   <source>Vælg en anden mappe.</source>
   <translation>Choose another folder.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/store/backup.py" />
   <source>Vælg en anden.</source>
   <translation>Choose another.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ingest/read.py" />
   <source>Vælg en fil i mappen.</source>
   <translation>Choose a file in the folder.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/workspace/capacity.py" />
   <source>Vælg en kommune i tabellen.</source>
   <translation>Choose a municipality in the table.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/workspace/deadline_risk.py" />
   <source>Vælg en kommune, som data rummer.</source>
   <translation>Choose a municipality that is in the data.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/store/follow_up.py" />
   <source>Vælg en kommune.</source>
   <translation>Choose a municipality.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/store/location.py" />
   <source>Vælg en mappe på computerens egen disk, eller brug en fælles PostgreSQL-database.</source>
   <translation>Choose a folder on the computer's own disk, or use a shared PostgreSQL database.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/store/database.py" />
   <location filename="../../sundhedsklynge/store/shipped.py" />
   <source>Vælg en mappe, du kan skrive i.</source>
   <translation>Choose a folder you can write in.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/export/files.py" />
   <source>Vælg en mappe.</source>
   <translation>Choose a folder.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/workspace/deadline.py" />
   <source>Vælg en senere dato.</source>
   <translation>Choose a later date.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/workspace/meeting.py" />
   <source>Vælg en senere frist.</source>
   <translation>Choose a later due date.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/workspace/advice.py" />
   <source>Vælg en senere uge.</source>
   <translation>Choose a later week.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/store/backup.py" />
   <source>Vælg en sikkerhedskopi.</source>
   <translation>Choose a backup.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/store/follow_up.py" />
   <location filename="../../sundhedsklynge/store/overrides.py" />
   <source>Vælg et af: {LEVELS}.</source>
   <translation>Choose one of: {LEVELS}.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/export/files.py" />
   <location filename="../../sundhedsklynge/store/backup.py" />
   <source>Vælg et andet filnavn.</source>
   <translation>Choose another file name.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/store/scenarios.py" />
   <location filename="../../sundhedsklynge/workspace/scenarios.py" />
   <source>Vælg et andet navn.</source>
   <translation>Choose another name.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/workspace/meeting_figures.py" />
   <source>Vælg et andet område eller en anden dato.</source>
   <translation>Choose another area or another date.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/workspace/quarterly.py" />
   <source>Vælg et andet sted eller en anden kilde.</source>
   <translation>Choose another place or another source.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/workspace/quarterly.py" />
   <source>Vælg et andet sted, eller importér tallene.</source>
   <translation>Choose another place or import the figures.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/workspace/explain.py" />
   <source>Vælg et felt i tabellen.</source>
   <translation>Choose a field in the table.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/workspace/places.py" />
   <source>Vælg et hospital fra listen.</source>
   <translation>Choose a hospital from the list.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/workspace/overrides.py" />
   <source>Vælg et hospital, som data rummer.</source>
   <translation>Choose a hospital that is in the data.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/coverage/entry.py" />
   <location filename="../../sundhedsklynge/store/agreements.py" />
   <location filename="../../sundhedsklynge/store/follow_up.py" />
   <source>Vælg et hospital.</source>
   <translation>Choose a hospital.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/store/overrides.py" />
   <source>Vælg et område fra listen.</source>
   <translation>Choose an area from the list.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/workspace/overrides.py" />
   <source>Vælg et sted, som data rummer.</source>
   <translation>Choose a place that is in the data.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/workspace/wizard.py" />
   <source>Vælg filen igen.</source>
   <translation>Choose the file again.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ingest/read.py" />
   <source>Vælg filen uden ~$ foran navnet.</source>
   <translation>Choose the file without ~$ before the name.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/export/package.py" />
   <location filename="../../sundhedsklynge/workspace/places.py" />
   <source>Vælg mellem {FORMATS}.</source>
   <translation>Choose among {FORMATS}.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/workspace/accuracy.py" />
   <source>Vælg tidligere datoer, eller importér nyere genoptræningsplaner.</source>
   <translation>Choose earlier dates or import newer rehabilitation plans.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ingest/fit.py" />
   <source>Vælg typen (--kind), eller giv en kortlægning.</source>
   <translation>Choose the kind.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ingest/fit.py" />
   <source>Vælg typen (--kind).</source>
   <translation>Choose the kind.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/workspace/wizard.py" />
   <source>Værdi</source>
   <translation>Value</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/store/imports.py" />
   <source>Værdien '{strange}' er ikke en af dem, der kan gemmes.</source>
   <translation>The value '{strange}' is not one that can be saved.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/coverage/spc.py" />
   <source>XmR-kort: {quarters} er nok til grænser, og tallet tæller hændelser, der kan ske flere gange for samme borger.</source>
   <translation>XmR chart: {quarters} are enough for limits, and the figure counts events that can happen more than once to the same citizen.</translation>
  </message>
  <message>
   <source>afløst</source>
   <translation>replaced</translation>
  </message>
  <message>
   <source>aktivitet</source>
   <translation>activity</translation>
  </message>
  <message>
   <source>alle</source>
   <translation>all</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/workspace/quarterly.py" />
   <source>alle aldre.</source>
   <translation>all ages.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/workspace/capacity.py" />
   <source>alle kommuner</source>
   <translation>all municipalities</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/coverage/indicators.py" />
   <source>alle pladser</source>
   <translation>all places</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/coverage/indicators.py" />
   <source>alle plejehjem, også ukendte</source>
   <translation>all nursing homes, unknown ones too</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/coverage/indicators.py" />
   <source>alle udskrivninger i målgruppen</source>
   <translation>all discharges in the target group</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/domain/kinds.py" />
   <source>almen avanceret</source>
   <translation>general advanced</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/domain/kinds.py" />
   <source>almen basal</source>
   <translation>general basic</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/coverage/offers.py" />
   <source>almen praksis</source>
   <translation>general practice</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/coverage/spc.py" />
   <source>andel</source>
   <translation>share</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/domain/kinds.py" />
   <source>anden kommune</source>
   <translation>another municipality</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ingest/fhir.py" />
   <source>andre</source>
   <translation>other</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ingest/recognise.py" />
   <source>angivet</source>
   <translation>given</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ingest/cpr.py" />
   <source>ark {sheet}</source>
   <translation>sheet {sheet}</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ingest/cpr.py" />
   <source>arkets navn</source>
   <translation>the sheet's name</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/coverage/spc.py" />
   <source>beholdning</source>
   <translation>stock</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/coverage/summary.py" />
   <source>beholdning uden tilfældig variation</source>
   <translation>stock without chance variation</translation>
  </message>
  <message>
   <source>bemærkning</source>
   <translation>remark</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/workspace/meeting.py" />
   <source>beslutning</source>
   <translation>decision</translation>
  </message>
  <message>
   <source>borger</source>
   <translation>citizen</translation>
  </message>
  <message>
   <source>borgere</source>
   <translation>citizens</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/workspace/preview.py" />
   <source>celle</source>
   <translation>cell</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/workspace/preview.py" />
   <source>celler</source>
   <translation>cells</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/coverage/openness.py" />
   <source>dag</source>
   <translation>day</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/coverage/openness.py" />
   <source>dage</source>
   <translation>days</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/settings.py" />
   <source>datoer som 23.12.2026 eller 219: 28.12.2026..30.12.2026</source>
   <translation>dates such as 23.12.2026 or 219: 28.12.2026..30.12.2026</translation>
  </message>
  <message>
   <source>delt</source>
   <translation>shared</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/workspace/history.py" />
   <source>delvist afløst</source>
   <translation>partly replaced</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/coverage/summary.py" />
   <source>det samme i alle kvartaler</source>
   <translation>the same in all quarters</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/workspace/advice.py" />
   <source>det ventede antal over fristen</source>
   <translation>the number expected past the deadline</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/workspace/advice.py" />
   <source>ekstra plads</source>
   <translation>extra slot</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/workspace/advice.py" />
   <source>ekstra pladser</source>
   <translation>extra slots</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/settings.py" />
   <source>en andel som 30 %, eller tom</source>
   <translation>a share such as 30 %, or empty</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/settings.py" />
   <source>en andel som 5 %</source>
   <translation>a share such as 5 %</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/settings.py" />
   <source>en andel som 80 %</source>
   <translation>a share such as 80 %</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/coverage/drift.py" />
   <source>er faldet</source>
   <translation>have fallen</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/coverage/drift.py" />
   <source>er ikke klart ændret</source>
   <translation>are not clearly changed</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/coverage/drift.py" />
   <source>er steget</source>
   <translation>have risen</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ingest/fhir.py" />
   <source>erstattet</source>
   <translation>replaced</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/settings.py" />
   <source>et beløb i kroner, eller tom</source>
   <translation>an amount in DKK, or empty</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/settings.py" />
   <source>et helt tal fra 0 til 120, eller tom for alle</source>
   <translation>a whole number from 0 to 120, or empty for all</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/settings.py" />
   <source>et helt tal fra 0 til 240</source>
   <translation>a whole number from 0 to 240</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/settings.py" />
   <source>et helt tal fra 1 til 20</source>
   <translation>a whole number from 1 to 20</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/settings.py" />
   <source>et helt tal fra 1 til 365</source>
   <translation>a whole number from 1 to 365</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/settings.py" />
   <source>et helt tal fra 1 til 3650</source>
   <translation>a whole number from 1 to 3650</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/settings.py" />
   <source>et helt tal fra 1 til 60</source>
   <translation>a whole number from 1 to 60</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/workspace/scenarios.py" />
   <source>falder</source>
   <translation>falls</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/workspace/advice.py" />
   <source>faldet</source>
   <translation>fallen</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ingest/recognise.py" />
   <source>filnavn</source>
   <translation>file name</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ingest/cpr.py" />
   <source>filnavnet</source>
   <translation>the file name</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/workspace/advice.py" />
   <source>fjerner</source>
   <translation>remove</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/workspace/explain.py" />
   <source>flere eller færre bookinger end sædvanligt, eller et nyt niveau i modtagne planer</source>
   <translation>more or fewer bookings than usual, or a new level in received plans</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/coverage/summary.py" />
   <source>for få kvartaler</source>
   <translation>few quarters</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/coverage/summary.py" />
   <source>forbedring</source>
   <translation>improvement</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/workspace/advice.py" />
   <source>fordi der er {slots} {fewer} i ugen</source>
   <translation>because of {slots} {fewer} in the week</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/workspace/advice.py" />
   <source>fordi der er {slots} {fewer} ugen før</source>
   <translation>because of {slots} {fewer} the week before</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/workspace/advice.py" />
   <source>fordi der ventes {people} {more} i kø, når ugen begynder</source>
   <translation>because of {people} {more} expected in the queue when the week begins</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/workspace/advice.py" />
   <source>fordi der ventes {plans} {more} med frist i ugen</source>
   <translation>because of {plans} {more} expected with deadline in the week</translation>
  </message>
  <message>
   <source>fortrudt</source>
   <translation>undone</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/coverage/summary.py" />
   <source>forværring</source>
   <translation>worsening</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/workspace/overrides.py" />
   <location filename="../../sundhedsklynge/workspace/rules.py" />
   <source>fra {first}</source>
   <translation>from {first}</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/workspace/overrides.py" />
   <source>fra {first} til {last_day}</source>
   <translation>from {first} to {last_day}</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/domain/kinds.py" />
   <source>frit valg</source>
   <translation>free choice</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/domain/kinds.py" />
   <source>frit valg afslået</source>
   <translation>free choice declined</translation>
  </message>
  <message>
   <source>færre</source>
   <translation>fewer</translation>
  </message>
  <message>
   <source>genindlæggelser</source>
   <translation>readmissions</translation>
  </message>
  <message>
   <source>genoptræningsplaner</source>
   <translation>rehabilitation plans</translation>
  </message>
  <message>
   <source>gældende</source>
   <translation>in force</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/workspace/importing.py" />
   <source>hele filen</source>
   <translation>the whole file</translation>
  </message>
  <message>
   <source>hofte</source>
   <translation>hip</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/workspace/explain.py" />
   <source>hvad der plejer at komme til senere, lært af tidligere planer</source>
   <translation>what usually comes later, learnt from earlier plans</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/workspace/effects.py" />
   <source>i forhold til planen fra samme dag</source>
   <translation>against the plan of the same day</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/workspace/preview.py" />
   <source>i nyeste plan</source>
   <translation>in the newest plan</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/workspace/preview.py" />
   <source>ikke brugt</source>
   <translation>not used</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/workspace/preview.py" />
   <source>ikke læst</source>
   <translation>not read</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/workspace/rules.py" />
   <source>ikke sat</source>
   <translation>not set</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/coverage/openness.py" />
   <source>ikke ventet</source>
   <translation>not due</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/workspace/wizard.py" />
   <source>importeret før</source>
   <translation>imported before</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/workspace/importing.py" />
   <source>importeret som nr. {import_id}</source>
   <translation>imported as no. {import_id}</translation>
  </message>
  <message>
   <source>inden for 72 timer {moved}</source>
   <translation>within 72 hours {moved}</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/workspace/wizard.py" />
   <source>indhold</source>
   <translation>content</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/workspace/explain.py" />
   <source>ingen</source>
   <translation>none</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/workspace/explain.py" />
   <source>ingen operationer er booket i ugen</source>
   <translation>no operations are booked in the week</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/coverage/summary.py" />
   <source>intet mål</source>
   <translation>no target</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/settings.py" />
   <source>ja eller nej</source>
   <translation>yes or no (ja or nej)</translation>
  </message>
  <message>
   <source>kapacitet</source>
   <translation>capacity</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/workspace/explain.py" />
   <source>kendte uge</source>
   <translation>known week</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/workspace/explain.py" />
   <source>kendte uger</source>
   <translation>known weeks</translation>
  </message>
  <message>
   <source>klynge</source>
   <translation>cluster</translation>
  </message>
  <message>
   <source>klynger</source>
   <translation>clusters</translation>
  </message>
  <message>
   <source>knæ</source>
   <translation>knee</translation>
  </message>
  <message>
   <source>kommune</source>
   <translation>municipality</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/workspace/whatif.py" />
   <source>kommune {municipality}</source>
   <translation>municipality {municipality}</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/settings.py" />
   <source>kommunekode, dag og pladser som 219: 01.12.2026 8, adskilt af semikolon</source>
   <translation>municipality code, day and slots such as 219: 01.12.2026 8, separated by semicolons</translation>
  </message>
  <message>
   <source>kontakter</source>
   <translation>contacts</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/workspace/importing.py" />
   <source>kontrolleret, ikke gemt</source>
   <translation>checked, not saved</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ingest/recognise.py" />
   <location filename="../../sundhedsklynge/workspace/wizard.py" />
   <source>kortlægning</source>
   <translation>mapping</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/coverage/spc.py" />
   <source>linje</source>
   <translation>line</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/coverage/spc.py" />
   <source>linje med median</source>
   <translation>line with median</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/workspace/explain.py" />
   <source>lukket {short_date}</source>
   <translation>closed {short_date}</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ingest/layout.py" />
   <source>mandag</source>
   <translation>Monday</translation>
  </message>
  <message>
   <source>mangler</source>
   <translation>missing</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ingest/recognise.py" />
   <source>mangler: {gone}</source>
   <translation>missing: {gone}</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/coverage/spc.py" />
   <source>medianen krydses usædvanligt få gange</source>
   <translation>the median is crossed unusually few times</translation>
  </message>
  <message>
   <source>mere</source>
   <translation>more</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/workspace/explain.py" />
   <source>modtagne planer til og med {evidence}</source>
   <translation>received plans up to {evidence}</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/coverage/summary.py" />
   <source>målet er ikke nået</source>
   <translation>the target is not met</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/coverage/summary.py" />
   <source>målet er nået</source>
   <translation>the target is met</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/coverage/summary.py" />
   <source>målet nås ikke uden ændringer</source>
   <translation>the target is not met without changes</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/coverage/summary.py" />
   <source>målet nås nogle gange</source>
   <translation>the target is met at times</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/coverage/summary.py" />
   <source>målet nås stabilt</source>
   <translation>the target is met steadily</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/workspace/inbox.py" />
   <location filename="../../sundhedsklynge/workspace/wizard.py" />
   <source>nej</source>
   <translation>no</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/workspace/meeting.py" />
   <source>note</source>
   <translation>note</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ingest/recognise.py" />
   <source>nye: {new}</source>
   <translation>new: {new}</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/workspace/quarterly.py" />
   <source>og mindst {age} år.</source>
   <translation>and at least {age} years.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ingest/cpr.py" />
   <source>og {len} kolonner mere</source>
   <translation>and {len} more columns</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/coverage/indicators.py" />
   <source>omfattede udskrivninger</source>
   <translation>covered discharges</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ingest/layout.py" />
   <source>operationsdato</source>
   <translation>operation date</translation>
  </message>
  <message>
   <source>operationsplan</source>
   <translation>surgery plan</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/workspace/explain.py" />
   <source>operationsplaner: {told}</source>
   <translation>surgery plans: {told}</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/workspace/words.py" />
   <source>over 99 %</source>
   <translation>over 99 %</translation>
  </message>
  <message>
   <source>overskrift</source>
   <translation>heading</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/coverage/spc.py" />
   <source>p'-kort: nævnerne er så store (typisk 1.000 eller flere), at almindelige p-grænser ville være for snævre.</source>
   <translation>p' chart: the denominators are so large (typically 1.000 or more) that ordinary p limits would be too narrow.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/coverage/spc.py" />
   <source>p-kort: {quarters} er nok til grænser, og de følger nævneren, så små kvartaler får brede grænser.</source>
   <translation>p chart: {quarters} are enough for limits, and they follow the denominator, so small quarters get wide limits.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/settings.py" />
   <source>pakker som 01 Underekstremitet kirurgisk (knæ, hofte): 9500, adskilt af semikolon, eller tom</source>
   <translation>packages such as 01 Underekstremitet kirurgisk (knæ, hofte): 9500, separated by semicolons, or empty</translation>
  </message>
  <message>
   <source>personnummer</source>
   <translation>personal number</translation>
  </message>
  <message>
   <source>plads</source>
   <translation>slot</translation>
  </message>
  <message>
   <source>pladser</source>
   <translation>slots</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/coverage/entry.py" />
   <source>pladser i alt</source>
   <translation>places in all</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/coverage/indicators.py" />
   <source>pladser med læge</source>
   <translation>places with doctor</translation>
  </message>
  <message>
   <source>plan</source>
   <translation>plan</translation>
  </message>
  <message>
   <source>planer</source>
   <translation>plans</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/coverage/indicators.py" />
   <source>planer med udskrivningsdato</source>
   <translation>plans with discharge date</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/coverage/indicators.py" />
   <source>planer modtaget mere end en dag efter udskrivning</source>
   <translation>plans received more than a day after discharge</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/coverage/indicators.py" />
   <source>planer uden spørgsmål</source>
   <translation>plans without questions</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/coverage/indicators.py" />
   <source>planer, hvor det er oplyst</source>
   <translation>plans where it is told</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/settings.py" />
   <source>plantyper adskilt af semikolon</source>
   <translation>types of plan separated by semicolons</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/coverage/entry.py" />
   <source>plejehjem i alt</source>
   <translation>nursing homes in all</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/coverage/indicators.py" />
   <source>plejehjem med læge</source>
   <translation>nursing homes with doctor</translation>
  </message>
  <message>
   <source>plejehjemslæger</source>
   <translation>nursing-home doctors</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/coverage/spc.py" />
   <source>rate</source>
   <translation>rate</translation>
  </message>
  <message>
   <source>region</source>
   <translation>region</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/settings.py" />
   <source>regioner og datoer som Region Hovedstaden: 01.01.2025, adskilt af semikolon, eller tom</source>
   <translation>regions and dates such as Region Hovedstaden: 01.01.2025, separated by semicolons, or empty</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/domain/kinds.py" />
   <source>rehabilitering på specialiseret niveau</source>
   <translation>rehabilitation at specialised level</translation>
  </message>
  <message>
   <source>række</source>
   <translation>row</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/workspace/importing.py" />
   <source>række {row}</source>
   <translation>row {row}</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ingest/cpr.py" />
   <source>række {row}, kolonne {column}{header}{sheet}</source>
   <translation>row {row}, column {column}{header}{sheet}</translation>
  </message>
  <message>
   <source>sen</source>
   <translation>late</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/coverage/spc.py" />
   <source>seriediagram</source>
   <translation>run chart</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/workspace/effects.py" />
   <source>siden {before}</source>
   <translation>since {before}</translation>
  </message>
  <message>
   <source>skulder</source>
   <translation>shoulder</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/domain/kinds.py" />
   <source>specialiseret genoptræning</source>
   <translation>specialised rehabilitation</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/workspace/advice.py" />
   <source>steget</source>
   <translation>risen</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/settings.py" />
   <source>stien til en mappe, eller tom</source>
   <translation>the path of a folder, or empty</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/workspace/scenarios.py" />
   <source>stiger</source>
   <translation>rises</translation>
  </message>
  <message>
   <source>sundhedsråd</source>
   <translation>health councils</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/workspace/advice.py" />
   <source>sænker ikke</source>
   <translation>do not lower</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/workspace/provenance.py" />
   <source>tastet i vinduet</source>
   <translation>typed in the window</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/workspace/explain.py" />
   <source>tidligere års ferier og helligdage{dates}</source>
   <translation>holidays of earlier years{dates}</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/coverage/summary.py" />
   <source>tilfældig variation</source>
   <translation>chance variation</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ingest/recognise.py" />
   <source>titel</source>
   <translation>title</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/coverage/spc.py" />
   <source>trappediagram</source>
   <translation>step chart</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/settings.py" />
   <source>tre stigende andele adskilt af semikolon</source>
   <translation>three rising shares separated by semicolons</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/coverage/spc.py" />
   <source>uden for grænserne</source>
   <translation>outside the limits</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/coverage/indicators.py" />
   <source>udskrivninger i målgruppen</source>
   <translation>discharges in the target group</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ingest/layout.py" />
   <location filename="../../sundhedsklynge/workspace/news.py" />
   <source>uge</source>
   <translation>week</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ingest/layout.py" />
   <source>uge {numbers}</source>
   <translation>week {numbers}</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/domain/calendar.py" />
   <location filename="../../sundhedsklynge/ingest/danish.py" />
   <location filename="../../sundhedsklynge/ingest/kind_rows.py" />
   <source>uge {week}, {year}</source>
   <translation>week {week}, {year}</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/workspace/news.py" />
   <source>uger</source>
   <translation>weeks</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/workspace/words.py" />
   <source>under 1 %</source>
   <translation>under 1 %</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/coverage/spc.py" />
   <source>usædvanligt lang serie på samme side af medianen</source>
   <translation>unusually long run on the same side of the median</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/workspace/preview.py" />
   <source>værdi pr. kolonne</source>
   <translation>value per column</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/workspace/places.py" />
   <source>{areas} med {inside} er indlæst fra {name}.</source>
   <translation>{areas} with {inside} are loaded from {name}.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/workspace/explain.py" />
   <source>{booked} i ugen.</source>
   <translation>{booked} in the week.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/workspace/advice.py" />
   <source>{capitalize} er forbi.</source>
   <translation>{capitalize} is past.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/workspace/places.py" />
   <source>{capitalize} er indlæst</source>
   <translation>{capitalize} are loaded</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/workspace/advice.py" />
   <source>{capitalize} kan ikke komme under {target} med flere pladser: fristen udløber, før de kan bruges, eller den er allerede overskredet.</source>
   <translation>{capitalize} cannot come under {target} with more slots: the deadline expires before they can be used, or has already passed.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/workspace/news.py" />
   <source>{code}, {day}: {delta} planlagte operationer på {hospital} siden sidste fil, mest {procedure}.</source>
   <translation>{code}, {day}: {delta} planned operations at {hospital} since the last file, mostly {procedure}.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/workspace/explain.py" />
   <source>{count} dag</source>
   <translation>{count} day</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/workspace/explain.py" />
   <source>{count} dage</source>
   <translation>{count} days</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/workspace/advice.py" />
   <source>{count} ekstra plads</source>
   <translation>{count} extra slot</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/workspace/advice.py" />
   <source>{count} ekstra pladser</source>
   <translation>{count} extra slots</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/workspace/importing.py" />
   <source>{count} har fejl</source>
   <translation>{count} have errors</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/workspace/explain.py" />
   <source>{count} kendte uge</source>
   <translation>{count} known week</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/workspace/explain.py" />
   <source>{count} kendte uger</source>
   <translation>{count} known weeks</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/workspace/places.py" />
   <source>{count} kommune</source>
   <translation>{count} municipality</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/workspace/explain.py" />
   <source>{count} operation</source>
   <translation>{count} operation</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/workspace/explain.py" />
   <source>{count} operationer</source>
   <translation>{count} operations</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/workspace/capacity.py" />
   <source>{count} plads</source>
   <translation>{count} slot</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/workspace/capacity.py" />
   <source>{count} pladser</source>
   <translation>{count} slots</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ingest/rows.py" />
   <location filename="../../sundhedsklynge/workspace/effects.py" />
   <location filename="../../sundhedsklynge/workspace/importing.py" />
   <location filename="../../sundhedsklynge/workspace/wizard.py" />
   <source>{count} række</source>
   <translation>{count} row</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ingest/rows.py" />
   <location filename="../../sundhedsklynge/workspace/effects.py" />
   <location filename="../../sundhedsklynge/workspace/importing.py" />
   <location filename="../../sundhedsklynge/workspace/wizard.py" />
   <source>{count} rækker</source>
   <translation>{count} rows</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/workspace/risk_record.py" />
   <source>{count} uge</source>
   <translation>{count} week</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/workspace/risk_record.py" />
   <source>{count} uger</source>
   <translation>{count} weeks</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/workspace/whatif.py" />
   <source>{days} dage er uden for det mulige.</source>
   <translation>{days} days are outside what is possible.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ingest/xlsx_details.py" />
   <source>{empty} formler har ingen gemt værdi, den første i celle {empty2}.</source>
   <translation>{empty} formulas have no stored value, the first in cell {empty2}.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/workspace/importing.py" />
   <source>{error_rows}, og intet er gemt.</source>
   <translation>{error_rows}, and nothing is saved.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/workspace/advice.py" />
   <source>{extra} ekstra pladser kan ikke fordeles.</source>
   <translation>{extra} extra slots cannot be spread.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/workspace/importing.py" />
   <source>{file} ({kind}) er {done}: {rows_ok}{left}.</source>
   <translation>{file} ({kind}) is {done}: {rows_ok}{left}.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/workspace/importing.py" />
   <source>{file} er allerede importeret som nr. {import_id}.</source>
   <translation>{file} is already imported as no. {import_id}.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/workspace/importing.py" />
   <source>{file} er ikke importeret: {refused}</source>
   <translation>{file} is not imported: {refused}</translation>
  </message>
  <message>
   <source>{first} eller {last}</source>
   <translation>{first} or {last}</translation>
  </message>
  <message>
   <source>{first} i {last}</source>
   <translation>{first} in {last}</translation>
  </message>
  <message>
   <source>{first} og {last}</source>
   <translation>{first} and {last}</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/workspace/advice.py" />
   <location filename="../../sundhedsklynge/workspace/days_history.py" />
   <location filename="../../sundhedsklynge/workspace/capacity.py" />
   <location filename="../../sundhedsklynge/workspace/scenarios.py" />
   <source>{first} til {last}</source>
   <translation>{first} to {last}</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/export/files.py" />
   <source>{folder} er en fil, ikke en mappe.</source>
   <translation>{folder} is a file, not a folder.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/workspace/effects.py" />
   <source>{head}: den første plan.</source>
   <translation>{head}: the first plan.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/workspace/effects.py" />
   <source>{head}: ingen ændringer {since}.</source>
   <translation>{head}: no changes {since}.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/workspace/effects.py" />
   <source>{head}: {new} nye, {moved} flyttede og {vanished} forsvundne operationer {since}</source>
   <translation>{head}: {new} new, {moved} moved and {vanished} vanished operations {since}</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/workspace/effects.py" />
   <source>{hospital} har en nyere plan fra {newer}.</source>
   <translation>{hospital} has a newer plan from {newer}.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/workspace/sharing.py" />
   <source>{hospital} har ikke delt nogen plan.</source>
   <translation>{hospital} has shared no plan.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/workspace/sharing.py" />
   <source>{hospital} har ikke delt to planer at sammenligne.</source>
   <translation>{hospital} has not shared two plans to compare.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/workspace/news.py" />
   <source>{hospital} har ikke sendt ny plan i {waited}.</source>
   <translation>{hospital} has sent no new plan for {waited}.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/workspace/sharing.py" />
   <source>{hospital} har ingen plan fra {extracted}.</source>
   <translation>{hospital} has no plan from {extracted}.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/workspace/sharing.py" />
   <source>{hospital} har {now} operationer planlagt de næste {size} uger mod {was} på samme tid sidste år{share}.</source>
   <translation>{hospital} has {now} operations planned in the next {size} weeks against {was} at the same time last year{share}.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/workspace/sharing.py" />
   <source>{hospital}, fra {before} til {after}: {sentence}{how}.</source>
   <translation>{hospital}, from {before} to {after}: {sentence}{how}.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/workspace/effects.py" />
   <source>{hospital}, opgjort {extracted}</source>
   <translation>{hospital}, as of {extracted}</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/coverage/drift.py" />
   <source>{hospital}: {lower} {moved}, fra {levels} pr. 100 {of} (de sidste fire kvartaler mod de fire før).</source>
   <translation>{hospital}: {lower} {moved}, from {levels} per 100 {of} (the last four quarters against the four before).</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ingest/recognise.py" />
   <source>{inside} skjulte rækker er læst med.</source>
   <translation>{inside} hidden rows are read too.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/workspace/meeting.py" />
   <source>{kind} af {day}</source>
   <translation>{kind} of {day}</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/workspace/meeting.py" />
   <source>{kind} af {day} rettet</source>
   <translation>{kind} of {day} edited</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/workspace/rules.py" />
   <source>{label}: standard ({default})</source>
   <translation>{label}: default ({default})</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/workspace/wizard.py" />
   <source>{left_out} udelades.</source>
   <translation>{left_out} left out.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ingest/kind_rows.py" />
   <source>{masked} har &lt;5, og tallet er derfor ukendt.</source>
   <translation>{masked} have &lt;5, so the number is unknown.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/workspace/advice.py" />
   <source>{names}, {week}: risikoen er {up} fra {was} til {is_now}{old}.</source>
   <translation>{names}, {week}: the risk has {up} from {was} to {is_now}{old}.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/export/files.py" />
   <source>{name} er en genvej, der ikke fører nogen steder hen.</source>
   <translation>{name} is a shortcut that leads nowhere.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/export/files.py" />
   <source>{name} er en mappe.</source>
   <translation>{name} is a folder.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/workspace/places.py" />
   <source>{name} er for stor til at være en tabel over områder.</source>
   <translation>{name} is too large to be a table of areas.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/export/files.py" />
   <source>{name} er ikke en almindelig fil.</source>
   <translation>{name} is not an ordinary file.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ingest/recognise.py" />
   <source>{name} er læst af '{text}'.</source>
   <translation>{name} is read from '{text}'.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/workspace/places.py" />
   <source>{name} har ingen rækker.</source>
   <translation>{name} has no rows.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/workspace/places.py" />
   <source>{name} kan ikke læses.</source>
   <translation>{name} cannot be read.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/export/files.py" />
   <source>{name} kan ikke skrives ({reason}).</source>
   <translation>{name} cannot be written ({reason}).</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/export/files.py" />
   <source>{name} kan ikke skrives.</source>
   <translation>{name} cannot be written.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/workspace/inbox.py" />
   <source>{name} vises ikke mere</source>
   <translation>{name} is no longer shown</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/workspace/scenarios.py" />
   <source>{name} {verb} de ventede overskridelser mest: fra {before} til {after}.</source>
   <translation>{name} {verb} the number expected past the deadline most: from {before} to {after}.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/workspace/explain.py" />
   <source>{name}: {plans} planer</source>
   <translation>{name}: {plans} plans</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/workspace/sharing.py" />
   <source>{new} nye, {moved} flyttede og {vanished} forsvundne operationer</source>
   <translation>{new} new, {moved} moved and {vanished} vanished operations</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/coverage/entry.py" />
   <source>{next_quarter}. kvartal</source>
   <translation>quarter {next_quarter}</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ingest/fhir.py" />
   <source>{others} henvisninger efter § 119 er ikke læst.</source>
   <translation>{others} referrals under section 119 are not read.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ingest/kind_rows.py" />
   <source>{part} er større end {whole}.</source>
   <translation>{part} is larger than {whole}.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/store/database.py" />
   <source>{path} er en mappe, ikke en database.</source>
   <translation>{path} is a folder, not a database.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/store/database.py" />
   <source>{path} er ikke en database, eller den er beskadiget.</source>
   <translation>{path} is not a database, or it is damaged.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/workspace/whatif.py" />
   <source>{percent} % er uden for det mulige.</source>
   <translation>{percent} % is outside what is possible.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/workspace/capacity.py" />
   <location filename="../../sundhedsklynge/workspace/places.py" />
   <source>{places} kommuner</source>
   <translation>{places} municipalities</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/workspace/movement.py" />
   <source>{place}, {week}: forventet {now} planer mod {before} den {since}, mest {by}.</source>
   <translation>{place}, {week}: expected {now} plans against {before} on {since}, mostly {by}.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/coverage/spc.py" />
   <source>{points} kvartaler</source>
   <translation>{points} quarters</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/workspace/movement.py" />
   <source>{procedure} fra {hospital}</source>
   <translation>{procedure} from {hospital}</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/workspace/advice.py" />
   <source>{removed} af risikoen</source>
   <translation>{removed} of the risk</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/workspace/wizard.py" />
   <source>{rows_ok} er klar til import.</source>
   <translation>{rows_ok} are ready to import.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ingest/kind_rows.py" />
   <source>{rows} fra {place} er talt med her, men indgår ikke i prognosen.</source>
   <translation>{rows} from {place} are counted here but are not in the forecast.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/workspace/effects.py" />
   <source>{rows} i import {import_id} ({file}) afløses.</source>
   <translation>{rows} in import {import_id} ({file}) are replaced.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ingest/kind_rows.py" />
   <source>{rows} med &lt;5 er udeladt, fordi tallet ikke kendes.</source>
   <translation>{rows} with &lt;5 are left out because the number is not known.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/coverage/entry.py" />
   <source>{said} kan ikke være flere end {whole}.</source>
   <translation>{said} cannot be more than {whole}.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/workspace/explain.py" />
   <source>{said}, som ikke når ugen.</source>
   <translation>{said}, which does not reach the week.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/workspace/effects.py" />
   <source>{silent} i filen bruges ikke, fordi nyere oplysninger er importeret.</source>
   <translation>{silent} in the file are not used because newer information is imported.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/workspace/importing.py" />
   <source>{skipped} udeladt</source>
   <translation>{skipped} left out</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/workspace/whatif.py" />
   <source>{slots} pladser er uden for det mulige.</source>
   <translation>{slots} slots are outside what is possible.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/workspace/capacity.py" />
   <source>{slots} pladser kan ikke bruges.</source>
   <translation>{slots} slots cannot be used.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/store/backup.py" />
   <source>{source} er ikke en brugbar sikkerhedskopi.</source>
   <translation>{source} is not a usable backup.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/store/backup.py" />
   <source>{target} kan ikke overskrives med en kopi.</source>
   <translation>{target} cannot be overwritten by a copy.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/workspace/effects.py" />
   <source>{text}, mest {changes}.</source>
   <translation>{text}, mostly {changes}.</translation>
  </message>
  <message>
   <source>{things} færre</source>
   <translation>fewer {things}</translation>
  </message>
  <message>
   <source>{things} mere</source>
   <translation>more {things}</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/workspace/advice.py" />
   <source>{values} inden {last} {verb} {share}.</source>
   <translation>{values} by {last} {verb} {share}.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/workspace/capacity.py" />
   <location filename="../../sundhedsklynge/workspace/whatif.py" />
   <source>{week} er ikke en mandag.</source>
   <translation>{week} is not a Monday.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ingest/kind_rows.py" />
   <source>{what} mangler.</source>
   <translation>{what} is missing.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ingest/kind_rows.py" />
   <source>{what} står også i en tidligere række.</source>
   <translation>{what} is also in an earlier row.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ingest/cpr.py" />
   <source>{where} ligner et CPR-nummer.</source>
   <translation>{where} looks like a CPR number.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ingest/fhir.py" />
   <source>{without} planer uden diagnose eller kode er talt med som andre.</source>
   <translation>{without} plans without diagnosis or code are counted as other.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/workspace/days_history.py" />
   <source>Åbent igen {period} i {place}</source>
   <translation>Open again {period} in {place}</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ingest/xlsx_details.py" />
   <source>Åbn filen i Excel, gem den, og prøv igen.</source>
   <translation>Open the file in Excel, save it and try again.</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ingest/workbook.py" />
   <source>Åbn filen i Excel, og gem den igen som Excel-projektmappe (.xlsx).</source>
   <translation>Open the file in Excel and save it again as an Excel workbook (.xlsx).</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/ingest/read.py" />
   <source>Åbn filen i Excel, og gem den som Excel-projektmappe (.xlsx).</source>
   <translation>Open the file in Excel and save it as an Excel workbook (.xlsx).</translation>
  </message>
  <message>
   <location filename="../../sundhedsklynge/workspace/explain.py" />
   <source>Ændret niveau</source>
   <translation>Changed level</translation>
  </message>
 </context>
</TS>
