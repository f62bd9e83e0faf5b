plan-publisher = {"  "}Fornecedor: { $publisher }; assinado com { COUNT($signed) } de { COUNT($keys) } chaves (mínimo: { COUNT($threshold) })
plan-python = {"  "}Python: { $python }
plan-packages = {"  "}Pacotes: { COUNT($packages) } ({ BYTES($size) }, dos quais { BYTES($fetch) } a baixar)
plan-builds = {"  "}Compilados neste computador: { $packages }
plan-running = {"  "}Em execução: { $programs }. Continua com a versão com que foi iniciado, e nada do que ele precisa é retirado.
plan-go-back-data = {"  "}Seus dados ficam como estão. A versão anterior talvez não entenda o que a mais nova gravou: se for importante, faça antes uma cópia.
plan-folder = {"  "}Pasta: { $folder }

plain-phase = { $phase }…
plain-detail = {"  "}{ $detail }
plain-progress = {"  "}{ $whole }: { $detail }
outcome-install = A versão { $version } está instalada.
outcome-upgrade = A versão { $version } está instalada; a anterior foi mantida: “{ $command }” volta a ela.
outcome-upgrade-later = A versão { $version } ainda está em execução; a { $pending } está pronta e será ativada na próxima vez que este programa for iniciado.
outcome-go-back = A versão { $version } está instalada de novo. A que você deixou foi mantida: “{ $command }” volta a ela.
outcome-repair = A versão { $version } foi instalada de novo.
outcome-mend = A versão { $version } está em ordem de novo.
outcome-verify = Nada está danificado: a versão { $version } está como foi instalada.
outcome-up-to-date = A versão { $version } está instalada e atualizada.
outcome-left-aside = A versão { $version } está instalada. Você voltou da { $newer }, por isso ela não é instalada automaticamente: para isso, use “{ $command }”.
outcome-running = Ainda em execução com a versão anterior: { $programs }. Reinicie para usar a nova.
outcome-uninstall = Desinstalação concluída.
outcome-commands = Para iniciar: { $commands }
outcome-not-on-path = { $folder } não está no PATH. Adicione-a para não precisar indicar a pasta.
outcome-path-line = Para que baste o nome, adicione esta linha a { $file }, ou execute de novo com --add-to-path:
outcome-path-added = A pasta dos comandos foi adicionada ao PATH em { $file }. Abra um novo terminal para usá-la.
failure-message = Erro: { $message } [{ $code }]
failure-hint = O que fazer: { $hint }
failure-details = Detalhes:

findings-compared = Versão { $version }: { $files ->
    [one] { COUNT($files) } arquivo comparado
   *[other] { COUNT($files) } arquivos comparados
} ({ BYTES($size) }); pacotes comparados com o que o fornecedor assinou: { COUNT($signed) } de { COUNT($packages) }, os outros com o registro da instalação
findings-mended = Reparado ({ COUNT($count) }):
findings-more = {"  "}e mais { COUNT($count) }; --json lista tudo

check-up-to-date = { $name } { $installed } está em dia.
check-upgrade = { $name } { $offered } pode ser instalado; versão instalada: { $installed }.
check-upgrade-size = { $name } { $offered } pode ser instalado ({ BYTES($size) } a baixar); versão instalada: { $installed }.
check-security = A versão { $installed } tem problemas de segurança conhecidos.
check-obstacle = {"  "}Não é possível instalar neste computador como ele está agora [{ $code }].

removal-goes = Será desinstalado { $name } { $version }:
removal-folder = {"  "}{ $path } ({ BYTES($size) })
removal-stays = Será mantido:
removal-data = {"  "}seus dados em { $path } ({ BYTES($size) }); --remove-data { $path } também os remove
removal-data-goes = {"  "}seus dados em { $path } ({ BYTES($size) })
removal-left = {"  "}{ $path }, que foi alterado desde então ou não é deste programa
removal-downloads = {"  "}os downloads de que nada mais precisa ({ BYTES($size) }); --remove-downloads também os remove
removal-downloads-goes = {"  "}os downloads de que nada mais precisa ({ BYTES($size) })

status-nothing = Nada está instalado.
status-installed = { $name } { $version }, data da instalação: { $time }
status-python = {"  "}Python: { $version } ({ $path })
status-packages = {"  "}Pacotes: { COUNT($packages) }
status-previous = {"  "}Versão mantida para voltar a ela: { $version }
status-file = {"  "}Fora da sua pasta: { $path }
shell-line = a linha em { $path } que põe os comandos no PATH

note-locale = Não há textos em “{ $asked }”. Idiomas disponíveis: { $known }
note-log = Registro desta execução: { $path }
note-anothers = Ela pertence a outra conta, { $owner }, e é apenas consultada.
note-no-desktop = Não há pasta da área de trabalho aqui, por isso --desktop-shortcut não tem efeito.

ask-uninstall = Desinstalar { $name } de { $folder }?
ask-remove-data = Remover também seus dados em { $path } ({ BYTES($size) })? Não será possível recuperá-los.
ask-remove-downloads = Remover também os downloads de que nada mais precisa ({ BYTES($size) })?
answer-choices = [s/N]
answer-yes = s sim y yes

help-about = Instala um aplicativo Python a partir de versões assinadas e o mantém atualizado.
help-usage = Uso: { $program } [COMANDO] [OPÇÕES]
help-commands = Comandos:
help-command-none = sem comando: instalar, atualizar ou concluir, conforme o necessário
help-command-install = instalar o aplicativo
help-command-upgrade = instalar uma versão mais nova, se houver
help-command-repair = reparar o que está danificado na versão instalada
help-command-go-back = voltar à versão anterior; não precisa de rede
help-command-verify = comparar cada arquivo instalado com o que foi publicado
help-command-check = dizer se há uma versão mais nova
help-command-status = dizer o que está instalado
help-command-uninstall = desinstalar o aplicativo; seus dados são mantidos
help-options = Opções:
help-prefix = instalar nesta pasta
help-python = usar este Python, ou um Python desta versão
help-repository = obter as versões daqui
help-profile = instalar outro aplicativo: uma pasta com profile.toml e root.json
help-index-url = baixar pacotes somente deste índice
help-mirror = tentar primeiro este espelho de files.pythonhosted.org; pode ser repetida
help-find-links = procurar os pacotes primeiro nesta pasta; pode ser repetida
help-offline = não usar a rede
help-proxy = usar este proxy, http://NAME:PASSWORD@HOST:PORT
help-ca = confiar também nas autoridades de certificação deste arquivo
help-later = enquanto o aplicativo estiver em execução, só preparar a nova versão: ela será ativada no próximo início
help-wait = quanto esperar por outra instalação em andamento; se omitida, dez minutos, ou nada com --silent ou --json
help-face = mostrar uma janela (“window”) ou usar o terminal (“terminal”)
help-menu = um item no menu de aplicativos (criado, a menos que se use --no-menu)
help-desktop-shortcut = um ícone na área de trabalho (somente se pedido)
help-add-to-path = permitir que o shell encontre os comandos: adicionar a pasta deles ao PATH; lembrado nas atualizações
help-silent = mostrar apenas erros, não perguntar nada
help-json = mostrar tudo como linhas de JSON
help-yes = responder sim à pergunta antes de uma desinstalação
help-anew = com repair: instalar tudo de novo
help-remove-data = com uninstall: remover também esta pasta dos seus dados; pode ser repetida
help-remove-downloads = com uninstall: remover também os downloads
help-locale = usar este idioma, por exemplo fr
help-log = gravar um registro
help-replay = mostrar em uma janela o que --json gravou; nada é instalado
help-version = mostrar a versão deste programa
help-help = mostrar esta página
help-exit =
    Código de saída: 0 concluído ou nada a fazer, 2 uso, 10 rede, 11 recusado por segurança,
    12 versão anterior recusada, 13 nenhum Python adequado, 14 sem wheel ou compilador,
    15 disco ou permissões, 16 ambiente, 17 ocupado, 18 não instalado, 19 danificado,
    100 “check” encontrou uma atualização, 70 erro interno, 130 cancelado.
