phase-verifying = Comparando cada arquivo com o que foi instalado
phase-mending = Procurando e reparando o que está danificado
phase-judging = Verificando as assinaturas
phase-planning = Procurando um Python adequado
phase-fetching = Baixando
phase-building = Compilando pacotes
phase-installing = Instalando pacotes
phase-checking = Verificando a instalação
phase-activating = Ativando a nova versão
phase-removing = Desinstalando o aplicativo

action-install = Instalar { $name } { $version }
action-upgrade = Atualizar { $name } de { $installed } para { $version }
action-upgrade-later = Preparar { $name } { $version } ao lado da versão em execução
action-go-back = Voltar para { $name } { $version }
action-repair = Reparar { $name } { $version }
action-mend = Reparar { $name } { $version }
action-verify = Comparar { $name } { $version }
action-up-to-date = { $name } { $version } está em dia
action-uninstall = Desinstalar { $name } { $version }

waiting = Outra instalação deste aplicativo está em andamento; esperando que termine, por no máximo { DURATION($left) }
running-process = { $program } (processo { $pid })
removal-running = Em execução: { $programs }. Feche primeiro o aplicativo: sem os arquivos dele, o que está em execução pode falhar.

progress-bytes = { BYTES($have) } de { BYTES($size) }
progress-bytes-speed = { BYTES($have) } de { BYTES($size) }, { BYTES($speed) }/s
progress-bytes-left = { BYTES($have) } de { BYTES($size) }, { BYTES($speed) }/s, faltam cerca de { DURATION($left) }
progress-packages = { COUNT($done) } de { COUNT($total) }: { $package }
progress-packages-left = { COUNT($done) } de { COUNT($total) }: { $package }, faltam cerca de { DURATION($left) }
progress-building = { $package }
retrying = { $artifact }: tentativa { COUNT($attempt) } em { DURATION($wait) }
transfer = { $artifact }: { BYTES($have) } de { BYTES($size) }
progress-whole = { PERCENT($progress) }
retrying-now = { $artifact }: tentativa { COUNT($attempt) }
waiting-network = esperando a rede
waiting-network-next = esperando a rede; próxima tentativa em { DURATION($wait) }

menu-manage = Atualizar ou desinstalar

finding-changed = { $path }: não está como foi instalado
finding-missing = { $path }: está faltando
finding-foreign = { $path }: não pertence ao aplicativo
finding-rights = { $path }: as permissões mudaram desde a instalação
finding-launcher = { $path }: não inicia o aplicativo
finding-pointer = { $path }: não leva à versão instalada
finding-python = { $path }: este Python não existe mais ou agora é de outra versão
finding-record = { $path }: o registro do que foi instalado está faltando ou foi alterado
