phase-verifying = Comparaison de chaque fichier avec ce qui a été installé
phase-mending = Recherche et réparation de ce qui est endommagé
phase-judging = Vérification des signatures
phase-planning = Recherche d’un Python adapté
phase-fetching = Téléchargement
phase-building = Compilation des paquets
phase-installing = Installation des paquets
phase-checking = Vérification de l’installation
phase-activating = Activation de la nouvelle version
phase-removing = Désinstallation de l’application

action-install = Installer { $name } { $version }
action-upgrade = Mettre à jour { $name } de { $installed } vers { $version }
action-upgrade-later = Préparer { $name } { $version } à côté de la version en cours d’exécution
action-go-back = Revenir à { $name } { $version }
action-repair = Réparer { $name } { $version }
action-mend = Réparer { $name } { $version }
action-verify = Comparer { $name } { $version }
action-up-to-date = { $name } { $version } est à jour
action-uninstall = Désinstaller { $name } { $version }

waiting = Une autre installation de cette application est en cours ; attente de sa fin, { DURATION($left) } au plus
running-process = { $program } (processus { $pid })
removal-running = En cours d’exécution : { $programs }. Fermez d’abord l’application : sans ses fichiers, ce qui s’exécute peut échouer.

progress-bytes = { BYTES($have) } sur { BYTES($size) }
progress-bytes-speed = { BYTES($have) } sur { BYTES($size) }, { BYTES($speed) }/s
progress-bytes-left = { BYTES($have) } sur { BYTES($size) }, { BYTES($speed) }/s, encore { DURATION($left) } environ
progress-packages = { COUNT($done) } sur { COUNT($total) } : { $package }
progress-packages-left = { COUNT($done) } sur { COUNT($total) } : { $package }, encore { DURATION($left) } environ
progress-building = { $package }
retrying = { $artifact } : tentative { COUNT($attempt) } dans { DURATION($wait) }
transfer = { $artifact } : { BYTES($have) } sur { BYTES($size) }
progress-whole = { PERCENT($progress) }
retrying-now = { $artifact } : tentative { COUNT($attempt) }
waiting-network = en attente du réseau
waiting-network-next = en attente du réseau ; prochaine tentative dans { DURATION($wait) }

menu-manage = Mettre à jour ou désinstaller

finding-changed = { $path } : a changé depuis l’installation
finding-missing = { $path } : manquant
finding-foreign = { $path } : ne fait pas partie de l’application
finding-rights = { $path } : les droits d’accès ont changé depuis l’installation
finding-launcher = { $path } : ne démarre pas l’application
finding-pointer = { $path } : ne mène pas à la version installée
finding-python = { $path } : ce Python n’existe plus ou a changé de version
finding-record = { $path } : le relevé de ce qui a été installé manque ou a été modifié
