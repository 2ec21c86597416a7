/** How coverage is counted: the conventions of lib/coverage, in words. */
export const COVERAGE: readonly string[] = [
  "Chaque commune compte une fois, à la plus haute étape des CPTS dont le territoire la tient ce jour-là.",
  "Deux taux sont donnés : signé (ACI signé et en vigueur), et signé ou en cours (avec les projets validés et les lettres d’intention).",
  "Les taux portent sur la population, les communes ou la superficie ; ils sont toujours recalculés sur les sommes, jamais moyennés. Celui d’une région vient des sommes de ses départements.",
  "Une CPTS à cheval sur deux départements compte dans chacun par ses communes, et une seule fois dans leur total.",
  "Une commune tenue en partie compte pour sa part ; si la part n’est pas connue, un intervalle est montré, pas une supposition.",
  "L’appartenance d’une commune est datée : changer un territoire aujourd’hui ne change pas la couverture d’hier.",
  "Un jour connu entre deux bornes (« décembre 2024 et janvier 2025 ») compte à partir de la dernière, quand il est certain ; entre les deux, la page dit « peut-être » et montre jusqu’où le taux irait.",
  "Un contrat qui a passé son terme sans renouvellement ni résiliation connus compte encore comme signé ; il est signalé partout et sa population est montrée à part.",
  "Un contrat résilié cesse de compter à sa date.",
  "Un taux publié et un taux calculé sont montrés côte à côte, chacun avec sa base et sa date, et ne se mêlent jamais.",
];

/** What the product does not know, or knows only in part. */
export const LIMITS: readonly string[] = [
  "La couverture calculée ne porte que sur les CPTS décrites et localisées : ailleurs rien n’est compté, et rien n’y vaut zéro.",
  "Un périmètre estimé n’est pas la liste des communes de la CPTS : le nombre publié diffère parfois, et l’écart est dit.",
  "Les populations et les communes d’aujourd’hui servent pour toutes les dates : une couverture passée est celle des territoires d’alors, comptée avec la population de référence.",
  "Une partie des montants des barèmes sont des hypothèses, à confirmer sur l’annexe du Journal officiel : chacun porte sa marque, et les totaux qui en dépendent aussi.",
  "Aucun document ne donne la date de démarrage des missions ni les résultats des indicateurs : ce qui en dépend est « non communiqué » tant que la CPTS ne le renseigne pas.",
  "L’accord devait être renégocié en 2026 (LFSS 2026, art. 63) ; l’issue n’est pas connue ici. Un nouveau barème s’ajoutera aux autres sans rien changer au passé.",
  "Ce qui est dépensé, et à quoi, n’est publié nulle part : les pages publiques montrent ce qui est dû et ce qui est annoncé ; les versements et les dépenses que saisissent les agents et les CPTS se lisent avec un compte.",
  "Aucune personne n’est nommée.",
];

/** How a figure is corrected. */
export const CORRECTIONS: readonly string[] = [
  "Chaque chiffre mène à sa source : commencez par elle. Elle dit la phrase sur laquelle il repose, et comment elle a été lue.",
  "S’il est faux, ou si une source plus récente existe, signalez-le à la personne qui administre ce site, avec l’adresse de la page, la source publique et la phrase exacte.",
  "Un montant de barème est confirmé en un seul endroit : sa marque et sa source changent, et toutes les pages, l’API et les calculs suivent.",
  "Une correction ne réécrit pas le passé : un territoire ou un contrat qui change garde ses dates.",
];

/** How a department that waits for its data gets them. */
export const COMPLETING: readonly string[] = [
  "La couche « CPTS et projets de CPTS » de la DGOS (Santégraphie) donne des polygones : une commune appartient au territoire qui contient son point intérieur.",
  "Les ARS tiennent des tableaux, une ligne par CPTS et par commune, avec l’étape et les dates.",
  "Un communiqué ou un dossier public suffit à décrire une CPTS sans périmètre : elle est alors listée et comptée, sans rien colorer.",
];
