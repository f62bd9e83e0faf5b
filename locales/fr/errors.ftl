usage-unknown-command = La commande « { $command } » n’existe pas.
usage-unknown-command-hint = { $suggestion ->
    [none] « { $program } --help » affiche ce qui existe.
   *[other] Vouliez-vous dire « { $suggestion } » ? « { $program } --help » affiche ce qui existe.
}
usage-two-commands = « { $first } » et « { $second } » sont deux commandes.
usage-two-commands-hint = Donnez une seule commande à la fois, une exécution après l’autre.
usage-unknown-option = L’option « { $option } » n’existe pas.
usage-unknown-option-hint = { $suggestion ->
    [none] « { $program } --help » affiche ce qui existe.
   *[other] Vouliez-vous dire « { $suggestion } » ? « { $program } --help » affiche ce qui existe.
}
usage-missing-value = L’option « { $option } » attend une valeur.
usage-missing-value-hint = Écrivez la valeur à la suite : « { $option } VALUE ». Voir « { $program } --help ».
usage-surplus-value = L’option « { $option } » ne prend pas de valeur.
usage-surplus-value-hint = Écrivez seulement « { $option } ». Voir « { $program } --help ».
usage-bad-value = « { $value } » n’a pas de sens pour « { $option } ».
usage-bad-value-hint = « { $program } --help » indique ce que « { $option } » attend.
usage-twice = L’option « { $option } » a été donnée deux fois.
usage-twice-hint = Donnez-la une seule fois.
usage-conflict = « { $option } » et « { $other } » ne peuvent pas être utilisées ensemble.
usage-conflict-hint = Retirez l’une des deux.
usage-misplaced-option = L’option « { $option } » n’a pas d’effet avec cette commande.
usage-misplaced-option-hint = Elle va avec : { $commands }
usage-bad-profile = Le profil d’application { $path } est inutilisable.
usage-bad-profile-hint = Le dossier doit contenir un profile.toml et un root.json lisibles. Demandez une nouvelle copie à la personne qui vous l’a fourni.
usage-bad-certificates = { $path } ne contient aucun certificat utilisable.
usage-bad-certificates-hint = Indiquez avec --ca un fichier de certificats au format PEM.
usage-no-certificates = Le fichier d’autorités de certification { $path } ne peut pas être lu.
usage-no-certificates-hint = Vérifiez le nom après --ca : ce doit être un fichier que vous pouvez lire, avec des certificats au format PEM.
usage-bad-proxy = { $host } ne peut pas être utilisé comme proxy.
usage-bad-proxy-hint = Vérifiez la valeur de --proxy.
usage-no-home = Ce compte n’a pas de dossier personnel.
usage-no-home-hint = Définissez HOME, ou utilisez un compte qui a un dossier personnel.
usage-no-such-data = { $path } n’est pas un dossier de données de cette application.
usage-no-such-data-hint = { $folders ->
    [none] Cette application n’indique aucun dossier de données, ou il n’y en a pas.
   *[other] Indiquez l’un de ceux-ci, exactement comme il est écrit ici : { $folders }
}
usage-no-consent = La désinstallation d’une application demande une confirmation, et personne ne peut la donner ici.
usage-no-consent-hint = Relancez avec --yes si l’application doit être désinstallée.
usage-no-face = La fenêtre n’a pas pu être ouverte, et il n’y a pas ici de terminal où poser la question.
usage-no-face-hint = Lancez-le dans un terminal : { $command }

repository-unreachable = { $place } n’a pas pu être joint ou n’a pas répondu correctement (en demandant { $file }).
repository-unreachable-hint = Vérifiez la connexion à Internet et les réglages du proxy, puis réessayez. Rien n’a été modifié.
repository-not-there = Aucune version n’est publiée à l’adresse { $place } : { $file } manque.
repository-not-there-hint = Vérifiez l’adresse. Si elle est correcte, prévenez l’éditeur de l’application.
repository-too-long = { $place } a envoyé plus que les { BYTES($limit) } autorisés pour { $file }.
repository-too-long-hint = Le serveur, ou quelque chose sur le trajet, n’est pas digne de confiance. Essayez un autre réseau et prévenez l’éditeur si cela se reproduit.
repository-offline = Les versions se trouvent à l’adresse { $place }, et --offline interdit d’y accéder.
repository-offline-hint = Relancez sans --offline, ou indiquez avec --repository un dossier contenant les versions.

trust-expired = La signature de l’éditeur pour « { $role } » a expiré le { $expires } ; l’horloge de cet ordinateur indique { $now }.
trust-expired-hint = Vérifiez la date et l’heure de cet ordinateur. Si elles sont justes, l’éditeur doit renouveler la signature : prévenez-le et réessayez plus tard.
trust-clock-behind = La signature de l’éditeur pour « { $role } » a expiré le { $expires }. L’horloge de cet ordinateur indique { $now }, alors qu’il était déjà { $known } quand ce programme a été créé ou utilisé pour la dernière fois.
trust-clock-behind-hint = Vérifiez la date et l’heure de cet ordinateur. Si l’horloge était fausse auparavant et qu’elle est juste maintenant, désinstallez puis réinstallez l’application.
trust-threshold = « { $role } » n’est signé que par { COUNT($have) } des { COUNT($need) } clés nécessaires.
trust-threshold-hint = N’installez rien depuis cette source. La version a été modifiée, ou trop peu de ses éditeurs l’ont signée. Prévenez l’éditeur.
trust-rollback = Le serveur propose la version { $offered } de « { $role } », plus ancienne que la version { $trusted } déjà connue.
trust-rollback-hint = Le serveur, ou quelque chose sur le trajet, présente un état ancien. Essayez un autre réseau ou un autre miroir ; si cela persiste, prévenez l’éditeur.
trust-malformed = { $file } ne ressemble pas à un fichier de l’éditeur.
trust-malformed-hint = Une page de connexion du réseau a peut-être répondu à la place du serveur : ouvrez une page web quelconque, connectez-vous et réessayez. Si cela persiste, prévenez l’éditeur.
trust-web-page = { $file } est une page web au lieu du fichier de l’éditeur.
trust-web-page-hint = Ce réseau demande probablement une connexion : ouvrez une page web quelconque, connectez-vous et réessayez.
trust-inconsistent = Les fichiers de l’éditeur ne concordent pas, pour { $file }.
trust-inconsistent-hint = Une nouvelle version est peut-être en cours de publication : réessayez dans quelques minutes. Si cela persiste, prévenez l’éditeur.
trust-many-roots = Les clés de l’éditeur ont changé plus de { COUNT($limit) } fois depuis la dernière vérification de cet ordinateur.
trust-many-roots-hint = Relancez : la vérification reprendra à partir d’ici.
trust-other-application = Ceci est une version de { $found }, pas de { $expected }.
trust-other-application-hint = Vérifiez l’adresse du dépôt. Si elle est correcte, prévenez l’éditeur.
trust-unsupported = { $file } utilise quelque chose que ce programme ne connaît pas : { $feature }.
trust-unsupported-hint = Procurez-vous le dernier programme d’installation auprès de l’éditeur.
trust-mismatch = { $file } n’est pas le fichier que l’éditeur a signé.
trust-mismatch-hint = Le fichier a été modifié ou endommagé, et n’a pas été utilisé. Réessayez, ou essayez un autre réseau ; si cela persiste, prévenez l’éditeur.
trust-too-long = { $file } dépasse les { BYTES($limit) } autorisés.
trust-too-long-hint = Le fichier n’a pas été utilisé. Prévenez l’éditeur.
trust-floor = Le serveur propose { $offered }, mais ce programme d’installation n’accepte rien en dessous de { $floor }.
trust-floor-hint = Le serveur, ou quelque chose sur le trajet, présente un état ancien. Essayez un autre réseau ou un autre miroir ; si cela persiste, prévenez l’éditeur.
trust-newer-format = { $file } est au format { $format } ; ce programme lit les formats jusqu’à { $supported }.
trust-newer-format-hint = Procurez-vous le dernier programme d’installation auprès de l’éditeur.

plan-older = La version { $installed } est installée ; elle n’est pas remplacée par la version plus ancienne { $offered }.
plan-older-hint = Si vous voulez la version plus ancienne, désinstallez d’abord celle qui est installée. Vos données sont conservées.
plan-replaced = La version { $version } a été publiée de nouveau, et le serveur propose la première des deux.
plan-replaced-hint = Le serveur, ou quelque chose sur le trajet, présente un état ancien. Essayez un autre réseau ou un autre miroir ; si cela persiste, prévenez l’éditeur.
plan-below-floor = La version { $offered } présente des failles de sécurité connues ; l’éditeur n’accepte plus rien en dessous de { $floor }.
plan-below-floor-hint = Utilisez une version plus récente. S’il n’y en a pas, prévenez l’éditeur.
plan-not-installed = L’application n’est pas installée ici.
plan-not-installed-hint = Installez-la d’abord, ou indiquez son dossier avec --prefix.
    .window = Installez-la d’abord.
plan-no-previous = Il n’y a pas de version antérieure à laquelle revenir.
plan-no-previous-hint = Après chaque mise à jour, une seule version antérieure est conservée. Ce qui est installé reste tel quel.
plan-other-application = Le dossier contient { $installed } ; { $offered } ne peut pas y être installé.
plan-other-application-hint = Choisissez un autre dossier avec --prefix.
    .window = Choisissez un autre dossier.
plan-no-python = Aucun Python adapté n’a été trouvé. Requis : { $needed }.
plan-no-python-hint = Installez un tel Python depuis python.org ou avec le gestionnaire de paquets du système, ou indiquez-en un avec --python.
    .window = Installez un tel Python depuis python.org ou avec le gestionnaire de paquets du système.
plan-other-python = { $asked } a été demandé, mais ne peut pas être utilisé. Requis : { $needed }.
plan-other-python-hint = Indiquez un autre Python avec --python, ou retirez cette option : un Python adapté sera alors recherché. Les détails indiquent ce qui a été trouvé.
plan-no-wheel = Il n’existe pas de paquet prêt à l’emploi pour cet ordinateur ({ $platform }, Python { $python }) : { $packages }.
plan-no-wheel-hint = Essayez un autre Python avec --python. Sinon, demandez à l’éditeur de prendre en charge cet ordinateur.
    .window = Installez une autre version de Python. Sinon, demandez à l’éditeur de prendre en charge cet ordinateur.
plan-no-compiler = Ces paquets doivent être compilés sur cet ordinateur, mais aucun compilateur C utilisable avec les en-têtes de Python n’a été trouvé : { $packages }.
plan-no-compiler-hint = Installez un compilateur C et les fichiers de développement de Python (sous Debian : build-essential et python3-dev), ou essayez un autre Python avec --python.
    .window = Installez un compilateur C et les fichiers de développement de Python (sous Debian : build-essential et python3-dev).
plan-bad-lock = La version publiée se contredit au sujet du paquet { $package }.
plan-bad-lock-hint = C’est une erreur de l’éditeur : prévenez-le. Rien n’a été modifié.

fetch-unreachable = { $artifact } n’a pas pu être téléchargé : { $host } n’a pas pu être joint.
fetch-unreachable-hint = Vérifiez la connexion à Internet et les réglages du proxy, puis relancez : ce qui est déjà là est conservé.
fetch-server = { $artifact } n’a pas pu être téléchargé : { $host } a répondu par l’erreur { $status }.
fetch-server-hint = Réessayez plus tard : ce qui est déjà là est conservé.
fetch-not-found = { $artifact } ne se trouve à aucun des endroits prévus.
fetch-not-found-hint = Si vous avez indiqué un index, un miroir ou un dossier, assurez-vous que le fichier s’y trouve. Sinon, prévenez l’éditeur.
fetch-cut = La connexion a été coupée pendant le téléchargement de { $artifact } : { BYTES($have) } reçus sur { BYTES($size) }.
fetch-cut-hint = Relancez : le téléchargement reprendra là où il s’est arrêté.
fetch-short = { $artifact } s’est terminé trop tôt : { BYTES($have) } au lieu de { BYTES($size) }.
fetch-short-hint = Le serveur ou un proxy envoie un fichier incomplet. Relancez, ou utilisez un autre réseau ou un autre miroir.
fetch-too-long = { $artifact } dépasse les { BYTES($size) } que l’éditeur a signés.
fetch-too-long-hint = Le fichier n’a pas été utilisé. Essayez un autre réseau ou un autre miroir ; si cela persiste, prévenez l’éditeur.
fetch-wrong-hash = { $artifact }, fourni par { $host }, n’est pas le fichier que l’éditeur a signé.
fetch-wrong-hash-hint = Le fichier a été modifié ou endommagé en chemin, et n’a pas été utilisé. Essayez un autre réseau ou un autre miroir ; si cela persiste, prévenez l’éditeur.
fetch-login-page = { $host } a répondu par une page web au lieu du fichier.
fetch-login-page-hint = Ce réseau demande probablement une connexion : ouvrez une page web quelconque, connectez-vous et relancez.
fetch-slow = { $host } envoie { $artifact } trop lentement.
fetch-slow-hint = Relancez plus tard ou sur un autre réseau : le téléchargement reprendra là où il s’est arrêté.
fetch-redirect = { $host } fait tourner en rond le téléchargement de { $artifact } ou l’envoie vers un endroit non sûr.
fetch-redirect-hint = Essayez un autre réseau ou un autre miroir ; si cela persiste, prévenez l’éditeur.
fetch-confused = { $host } donne une réponse incompréhensible pour { $artifact }.
fetch-confused-hint = Réessayez plus tard, ou essayez un autre miroir ou un autre index.
fetch-tls = { $issuer ->
    [unknown] La connexion à { $host } n’est pas sûre : cet ordinateur ne fait pas confiance à son certificat.
   *[other] La connexion à { $host } n’est pas sûre : son certificat a été émis par { $issuer }, à qui cet ordinateur ne fait pas confiance.
}
fetch-tls-hint = Dans une entreprise, le réseau inspecte peut-être les connexions : demandez son autorité de certification et indiquez le fichier avec --ca. Ailleurs, utilisez un autre réseau.
    .window = Dans une entreprise, le réseau inspecte peut-être les connexions : demandez à la personne qui s’occupe de cet ordinateur de lui faire accepter l’autorité de certification de l’entreprise. Ailleurs, utilisez un autre réseau.
fetch-proxy = { $proxy ->
    [unknown] Le proxy qui mène à { $host } demande un nom et un mot de passe, ou refuse ceux qu’il a reçus.
   *[other] Le proxy { $proxy } demande un nom et un mot de passe, ou refuse ceux qu’il a reçus.
}
fetch-proxy-hint = Indiquez-les avec --proxy http://NAME:PASSWORD@HOST:PORT.
fetch-proxy-unreachable = Le proxy { $proxy } n’a pas pu être joint, il a donc été impossible d’interroger { $host }.
fetch-proxy-unreachable-hint = Vérifiez le nom et le port du proxy : après --proxy, dans les variables http_proxy et https_proxy, ou dans les réglages du système. Ce qui est déjà là est conservé.
    .window = Vérifiez le nom et le port du proxy : dans les variables http_proxy et https_proxy, ou dans les réglages du système. Ce qui est déjà là est conservé.
fetch-login = { $host } demande un nom et un mot de passe, ou refuse ceux qu’il a reçus.
fetch-login-hint = Indiquez-les dans l’adresse, https://NAME:PASSWORD@HOST/…, là où vous l’avez donnée : --index-url, --mirror ou --repository. Si vous n’avez donné aucune adresse, prévenez l’éditeur.
    .window = Indiquez-les dans l’adresse, https://NAME:PASSWORD@HOST/…, là où vous l’avez donnée. Si vous n’avez donné aucune adresse, prévenez l’éditeur.
fetch-offline = { $count ->
    [one] Il manque un fichier, et --offline interdit de le télécharger : { $artifacts }
   *[other] Il manque { COUNT($count) } fichiers, et --offline interdit de les télécharger : { $artifacts }
}
fetch-offline-hint = Placez les fichiers dans un dossier et indiquez-le avec --find-links, ou relancez sans --offline.

disk-full = Il n’y a pas assez de place dans { $folder }.
disk-full-hint = Libérez de la place, ou choisissez un autre dossier : avec --prefix pour l’application, avec la variable XDG_CACHE_HOME pour les téléchargements. Ce qui est déjà téléchargé est conservé.
    .window = Libérez de la place. Ce qui est déjà téléchargé est conservé.
disk-no-room = Il faut { BYTES($needed) } dans { $folder }, et { BYTES($free) } sont libres.
disk-no-room-hint = Libérez de la place, ou choisissez un autre dossier : avec --prefix pour l’application, avec la variable XDG_CACHE_HOME pour les téléchargements. Ce qui est déjà téléchargé est conservé.
    .window = Libérez de la place. Ce qui est déjà téléchargé est conservé.
disk-rights = L’écriture de { $path } n’est pas autorisée.
disk-rights-hint = Modifiez ses droits, ou choisissez un autre dossier avec --prefix. Les droits d’administrateur ne sont pas nécessaires.
    .window = Modifiez ses droits. Les droits d’administrateur ne sont pas nécessaires.
disk-foreign-home = Le dossier personnel { $path } appartient à un autre compte que celui qui exécute ce programme. Rien n’y a été écrit.
disk-foreign-home-hint = Lancez-le sans sudo ; les droits d’administrateur ne sont pas nécessaires. Pour installer pour ce compte lui-même, utilisez sudo -H.
disk-name = { $path } ne peut pas être créé : le nom est trop long ou contient des caractères qui n’y sont pas permis.
disk-name-hint = Choisissez avec --prefix un dossier au nom plus court, proche de la racine du disque.
    .window = Choisissez un dossier au nom plus court, proche de la racine du disque.
disk-no-rename = Les fichiers de { $folder } ne peuvent pas être renommés.
disk-no-rename-hint = Choisissez un dossier sur un autre disque : avec --prefix pour l’application, avec la variable XDG_CACHE_HOME pour les téléchargements.
    .window = Choisissez un dossier sur un autre disque (avec la variable XDG_CACHE_HOME pour les téléchargements).
disk-no-links = { $folder } ne peut pas contenir de liens symboliques, et l’application en a besoin.
disk-no-links-hint = Choisissez avec --prefix un dossier sur un autre disque ; les clés USB et les lecteurs réseau ne permettent souvent pas les liens.
    .window = Choisissez un dossier sur un autre disque ; les clés USB et les lecteurs réseau ne permettent souvent pas les liens.
disk-no-locks = Les fichiers de { $folder } ne peuvent pas être verrouillés : deux installations pourraient donc se gêner.
disk-no-locks-hint = Choisissez un dossier sur un disque de cet ordinateur : avec --prefix pour l’application, avec la variable XDG_CACHE_HOME pour les téléchargements.
    .window = Choisissez un dossier sur un disque de cet ordinateur (avec la variable XDG_CACHE_HOME pour les téléchargements).
disk-no-execution = Les programmes de { $folder } ne peuvent pas être démarrés : l’application ne pourrait donc pas y fonctionner.
disk-no-execution-hint = Choisissez avec --prefix un dossier où les programmes peuvent être exécutés.
    .window = Choisissez un dossier où les programmes peuvent être exécutés.
disk-no-room-for-files = Il faut créer environ { COUNT($needed) } fichiers dans { $folder }. Nombre de fichiers que le disque peut encore recevoir : { COUNT($free) }.
disk-no-room-for-files-hint = Supprimez-y des fichiers, ou choisissez avec --prefix un dossier sur un autre disque.
    .window = Supprimez-y des fichiers, ou choisissez un dossier sur un autre disque.
disk-path-too-long = Le chemin { $folder } est trop long : il peut compter { COUNT($most) } caractères pour que ses fichiers puissent être nommés.
disk-path-too-long-hint = Choisissez avec --prefix un dossier au chemin plus court.
    .window = Choisissez un dossier au chemin plus court.
disk-names-too-short = Les noms de fichiers dans { $folder } ne peuvent compter que { COUNT($most) } caractères ; il en faut { COUNT($needed) }. C’est souvent le cas des dossiers chiffrés.
disk-names-too-short-hint = Choisissez un autre dossier pour les téléchargements avec la variable XDG_CACHE_HOME.
disk-other = { $path } n’a pas pu être lu ou écrit.
disk-other-hint = Les détails indiquent ce que le système a répondu. Vérifiez si quelque chose d’autre s’y trouve ou l’utilise, puis réessayez ; sous Windows, un antivirus retient peut-être le fichier.

limit-open-files = Ce compte ne peut ouvrir que { COUNT($limit) } fichiers à la fois ; il en faut { COUNT($needed) }.
limit-open-files-hint = Augmentez la limite (« ulimit -n »), ou adressez-vous à la personne qui s’occupe de cet ordinateur.
limit-file-size = Ce compte ne peut écrire que des fichiers de { BYTES($limit) } ; il faut { BYTES($needed) }.
limit-file-size-hint = Augmentez la limite (« ulimit -f »), ou adressez-vous à la personne qui s’occupe de cet ordinateur.

environment-runtime = Le Python fourni avec la version n’a pas pu être décompressé ou ne fonctionne pas.
environment-runtime-hint = Installez Python depuis python.org, indiquez-le avec --python, et prévenez l’éditeur.
    .window = Installez Python depuis python.org, et prévenez l’éditeur.
environment-create = Python n’a pas pu créer d’environnement pour l’application.
environment-create-hint = Les détails indiquent pourquoi. Essayez un autre Python avec --python, ou un autre dossier avec --prefix.
    .window = Les détails indiquent pourquoi. Choisissez un autre dossier, ou installez une autre version de Python.
environment-start = { $program } n’a pas pu être démarré.
environment-start-hint = Les détails indiquent pourquoi. Les programmes sont peut-être interdits dans ce dossier : choisissez-en un autre avec --prefix.
    .window = Les détails indiquent pourquoi. Les programmes sont peut-être interdits dans ce dossier : choisissez-en un autre.
environment-wheel-refused = { $wheel } contient quelque chose qu’aucun paquet ne devrait contenir, et n’a pas été installé.
environment-wheel-refused-hint = Les détails indiquent de quoi il s’agit. Prévenez l’éditeur. Rien n’a été modifié.
environment-pip = Les paquets n’ont pas pu être installés.
environment-pip-hint = Les détails contiennent la réponse de pip. Rien n’a été modifié ; prévenez l’éditeur si cela se reproduit.
environment-pip-python = Le pip de la version ({ $pip }) ne fonctionne pas avec Python { $python }.
environment-pip-python-hint = Indiquez un autre Python avec --python, et prévenez l’éditeur.
    .window = Installez une autre version de Python, et prévenez l’éditeur.
environment-hash = Un paquet n’est pas celui que l’éditeur a signé ; pip l’a refusé.
environment-hash-hint = Le disque ou un autre programme modifie des fichiers. La nouvelle version n’a pas été activée ; réessayez.
environment-build = { $package } n’a pas pu être compilé sur cet ordinateur.
environment-build-hint = Les détails contiennent les messages de la compilation ; souvent, il manque les fichiers de développement d’une bibliothèque. Un paquet prêt à l’emploi existe peut-être pour un autre Python : essayez --python.
    .window = Les détails contiennent les messages de la compilation ; souvent, il manque les fichiers de développement d’une bibliothèque. Un paquet prêt à l’emploi existe peut-être pour un autre Python.
environment-no-headers = { $package } doit être compilé sur cet ordinateur, mais { $python } n’a pas d’en-têtes C.
environment-no-headers-hint = Installez les fichiers de développement de Python (sous Debian : python3-dev), ou essayez un autre Python avec --python.
    .window = Installez les fichiers de développement de Python (sous Debian : python3-dev).
environment-no-command = La version n’a pas de commande « { $command } », alors qu’elle l’annonce.
environment-no-command-hint = C’est une erreur de l’éditeur : prévenez-le. La nouvelle version n’a pas été activée.
environment-changed = Après l’installation, { $path } n’était pas tel qu’il devrait être.
environment-changed-hint = Le disque ou un autre programme (un antivirus ?) modifie des fichiers. La nouvelle version n’a pas été activée ; réessayez.
environment-check = Les paquets installés ne sont pas compatibles entre eux.
environment-check-hint = C’est une erreur dans la version : prévenez l’éditeur. La nouvelle version n’a pas été activée.
environment-smoke-test = L’application qui vient d’être installée ne démarre pas.
environment-smoke-test-hint = Les détails contiennent sa réponse. La nouvelle version n’a pas été activée ; prévenez l’éditeur.
environment-time = Une étape de l’installation a pris trop de temps et a été arrêtée.
environment-time-hint = Réessayez quand l’ordinateur sera moins occupé. La nouvelle version n’a pas été activée.

activate-launcher-taken = { $path } appartient à autre chose et n’a pas été écrasé.
activate-launcher-taken-hint = Déplacez-le ou supprimez-le, puis relancez.
activate-unsafe = { $path } est un lien, appartient à quelqu’un d’autre ou est modifiable par d’autres. Il n’a pas été utilisé.
activate-unsafe-hint = Retirez aux autres le droit d’écriture (chmod go-w), supprimez-le, ou choisissez un autre dossier : avec --prefix pour l’application, avec la variable XDG_CACHE_HOME pour les téléchargements.
    .window = Retirez aux autres le droit d’écriture (chmod go-w), supprimez-le, ou choisissez un autre dossier (avec la variable XDG_CACHE_HOME pour les téléchargements).
activate-anothers = L’installation dans { $folder } appartient à un autre compte : { $owner }.
activate-anothers-hint = Seul ce compte peut la modifier ou la supprimer. Choisissez un autre dossier avec --prefix.
    .window = Seul ce compte peut la modifier ou la supprimer. Choisissez un autre dossier.
activate-damaged-receipt = { $path } est endommagé et n’indique donc pas ce qui fait partie de l’installation.
activate-damaged-receipt-hint = Lancez ce programme sans commande : il réinstalle l’application et réécrit le fichier. Désinstallez ensuite.
activate-foreign = { $path } existait déjà et ne fait pas partie d’une installation ; il n’a pas été touché.
activate-foreign-hint = Choisissez un autre dossier avec --prefix, ou déplacez-le et relancez.
    .window = Choisissez un autre dossier, ou déplacez-le et relancez.
activate-previous-gone = La version { $version }, conservée pour pouvoir y revenir, ne peut plus démarrer : ses fichiers ou son Python ont disparu.
activate-previous-gone-hint = Gardez la version installée ; elle n’a pas été touchée.
activate-newer-receipt = Un programme d’installation plus récent a écrit { $path }.
activate-newer-receipt-hint = Utilisez ce programme d’installation, ou procurez-vous le dernier auprès de l’éditeur.

verify-damaged = Ce qui est installé n’est pas dans l’état prévu, à { $count ->
    [one] un endroit
   *[other] { COUNT($count) } endroits
}.
verify-damaged-hint = Lancez « { $command } » : les dommages sont réparés et vos données ne sont pas touchées.
    .window = Lancez « { window-repair } » : les dommages sont réparés et vos données ne sont pas touchées.
verify-damaged-anothers = Ce qui est installé n’est pas dans l’état prévu, à { $count ->
    [one] un endroit
   *[other] { COUNT($count) } endroits
}.
verify-damaged-anothers-hint = Seul le compte auquel elle appartient peut la réparer : { $owner }.
uninstall-declined = Rien n’a été supprimé.
uninstall-declined-hint = L’application reste telle quelle. Pour la désinstaller, relancez et répondez oui.
uninstall-mounted = Un autre disque est monté sur { $path } ; le dossier de données qui le contient n’a donc pas été supprimé.
uninstall-mounted-hint = Démontez d’abord ce disque, ou désinstallez l’application sans ce dossier.

busy = Une autre installation est en cours dans { $folder }.
busy-hint = Attendez qu’elle soit terminée, puis relancez ; --wait SECONDS attend automatiquement.
    .window = Attendez qu’elle soit terminée, puis relancez.
cancelled = Annulé. Ce qui était installé auparavant reste tel quel.
cancelled-hint = Vous pouvez relancer à tout moment : ce qui est déjà téléchargé est conservé.
internal = Une erreur s’est produite dans ce programme.
internal-hint = C’est notre erreur. Merci de la signaler en joignant les détails.

log-unwritable = Impossible d’écrire le journal { $path }.
log-unwritable-hint = Indiquez un fichier dans un dossier où vous pouvez écrire, ou retirez --log.
