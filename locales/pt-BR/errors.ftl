usage-unknown-command = Não existe o comando “{ $command }”.
usage-unknown-command-hint = { $suggestion ->
    [none] “{ $program } --help” mostra o que existe.
   *[other] Você quis dizer “{ $suggestion }”? “{ $program } --help” mostra o que existe.
}
usage-two-commands = “{ $first }” e “{ $second }” são dois comandos.
usage-two-commands-hint = Indique um comando por vez, uma execução após a outra.
usage-unknown-option = Não existe a opção “{ $option }”.
usage-unknown-option-hint = { $suggestion ->
    [none] “{ $program } --help” mostra o que existe.
   *[other] Você quis dizer “{ $suggestion }”? “{ $program } --help” mostra o que existe.
}
usage-missing-value = A opção “{ $option }” precisa de um valor.
usage-missing-value-hint = Escreva o valor em seguida: “{ $option } VALUE”. Consulte “{ $program } --help”.
usage-surplus-value = A opção “{ $option }” não aceita valor.
usage-surplus-value-hint = Escreva apenas “{ $option }”. Consulte “{ $program } --help”.
usage-bad-value = “{ $value }” não faz sentido para “{ $option }”.
usage-bad-value-hint = “{ $program } --help” mostra o que “{ $option }” espera.
usage-twice = A opção “{ $option }” foi indicada duas vezes.
usage-twice-hint = Indique-a uma só vez.
usage-conflict = “{ $option }” e “{ $other }” não podem ser usadas juntas.
usage-conflict-hint = Omita uma das duas.
usage-misplaced-option = A opção “{ $option }” não tem efeito com este comando.
usage-misplaced-option-hint = Ela pertence a: { $commands }
usage-bad-profile = O perfil de aplicativo { $path } não pode ser usado.
usage-bad-profile-hint = A pasta deve conter um profile.toml e um root.json legíveis. Peça uma nova cópia a quem a forneceu.
usage-bad-certificates = { $path } não contém certificados que possam ser usados.
usage-bad-certificates-hint = Indique com --ca um arquivo de certificados no formato PEM.
usage-no-certificates = Não é possível ler o arquivo { $path } com autoridades de certificação.
usage-no-certificates-hint = Verifique o nome depois de --ca: deve ser um arquivo que você possa ler, com certificados no formato PEM.
usage-bad-proxy = { $host } não pode ser usado como proxy.
usage-bad-proxy-hint = Verifique o valor de --proxy.
usage-no-home = Esta conta não tem pasta pessoal.
usage-no-home-hint = Defina HOME, ou use uma conta que tenha pasta pessoal.
usage-no-such-data = { $path } não é uma pasta com dados deste aplicativo.
usage-no-such-data-hint = { $folders ->
    [none] Este aplicativo não indica nenhuma pasta de dados, ou ela não existe.
   *[other] Indique uma destas, exatamente como está escrita aqui: { $folders }
}
usage-no-consent = Desinstalar um aplicativo exige uma confirmação, e aqui não há a quem perguntar.
usage-no-consent-hint = Execute de novo com --yes se o aplicativo deve ser desinstalado.
usage-no-face = Não foi possível abrir a janela, e aqui não há terminal em que perguntar.
usage-no-face-hint = Inicie-o em um terminal: { $command }

repository-unreachable = Não foi possível acessar { $place }, ou a resposta não foi correta (ao pedir { $file }).
repository-unreachable-hint = Verifique a conexão com a Internet e as configurações de proxy e tente de novo. Nada foi alterado.
repository-not-there = Não há versões publicadas em { $place }: falta { $file }.
repository-not-there-hint = Verifique o endereço. Se estiver certo, avise o fornecedor do aplicativo.
repository-too-long = { $place } enviou mais do que os { BYTES($limit) } que { $file } pode ter.
repository-too-long-hint = O servidor, ou algo no caminho, não é confiável. Tente outra rede e avise o fornecedor se acontecer de novo.
repository-offline = As versões estão em { $place }, e --offline proíbe procurar lá.
repository-offline-hint = Execute sem --offline, ou indique com --repository uma pasta com as versões.

trust-expired = A assinatura do fornecedor para “{ $role }” expirou em { $expires }; o relógio deste computador marca { $now }.
trust-expired-hint = Verifique a data e a hora deste computador. Se estiverem certas, o fornecedor precisa renovar a assinatura: avise-o e tente de novo mais tarde.
trust-clock-behind = A assinatura do fornecedor para “{ $role }” expirou em { $expires }. O relógio deste computador marca { $now }, mas já era { $known } quando este programa foi criado ou executado pela última vez.
trust-clock-behind-hint = Verifique a data e a hora deste computador. Se o relógio estava errado antes e agora está certo, desinstale o aplicativo e instale-o de novo.
trust-threshold = “{ $role }” está assinado com apenas { COUNT($have) } das { COUNT($need) } chaves necessárias.
trust-threshold-hint = Não instale nada desta fonte. A versão foi alterada, ou não foi assinada por um número suficiente de seus fornecedores. Avise o fornecedor.
trust-rollback = O servidor oferece a versão { $offered } de “{ $role }”, mais antiga que a versão { $trusted } já conhecida.
trust-rollback-hint = O servidor, ou algo no caminho, mostra um estado antigo. Tente outra rede ou outro espelho; se continuar assim, avise o fornecedor.
trust-malformed = { $file } não tem a aparência que um arquivo do fornecedor deveria ter.
trust-malformed-hint = Talvez uma página de login da rede tenha respondido no lugar do servidor: abra qualquer página da web, faça login e tente de novo. Se continuar assim, avise o fornecedor.
trust-web-page = { $file } é uma página da web em vez do arquivo do fornecedor.
trust-web-page-hint = Esta rede provavelmente pede que você faça login: abra qualquer página da web, faça login e tente de novo.
trust-inconsistent = Os arquivos do fornecedor não combinam entre si, em { $file }.
trust-inconsistent-hint = Talvez uma nova versão esteja sendo publicada neste momento: tente de novo em alguns minutos. Se continuar assim, avise o fornecedor.
trust-many-roots = As chaves do fornecedor mudaram mais de { COUNT($limit) } vezes desde a última verificação deste computador.
trust-many-roots-hint = Execute de novo: continua a partir daqui.
trust-other-application = Esta é uma versão de { $found }, não de { $expected }.
trust-other-application-hint = Verifique o endereço do repositório. Se estiver certo, avise o fornecedor.
trust-unsupported = { $file } usa algo que este programa não reconhece: { $feature }.
trust-unsupported-hint = Obtenha o instalador mais recente com o fornecedor.
trust-mismatch = { $file } não é o arquivo que o fornecedor assinou.
trust-mismatch-hint = O arquivo foi alterado ou danificado, e não foi usado. Tente de novo, ou em outra rede; se continuar assim, avise o fornecedor.
trust-too-long = { $file } passa dos { BYTES($limit) } permitidos.
trust-too-long-hint = O arquivo não foi usado. Avise o fornecedor.
trust-floor = O servidor oferece { $offered }, mas este instalador não aceita nada anterior a { $floor }.
trust-floor-hint = O servidor, ou algo no caminho, mostra um estado antigo. Tente outra rede ou outro espelho; se continuar assim, avise o fornecedor.
trust-newer-format = { $file } está no formato { $format }; este programa lê até o { $supported }.
trust-newer-format-hint = Obtenha o instalador mais recente com o fornecedor.

plan-older = A versão { $installed } está instalada; ela não é substituída pela versão anterior { $offered }.
plan-older-hint = Se você quer a versão anterior, desinstale primeiro a que está instalada. Seus dados são mantidos.
plan-replaced = A versão { $version } foi publicada de novo, e o servidor oferece a primeira das duas.
plan-replaced-hint = O servidor, ou algo no caminho, mostra um estado antigo. Tente outra rede ou outro espelho; se continuar assim, avise o fornecedor.
plan-below-floor = A versão { $offered } tem problemas de segurança conhecidos; o fornecedor não aceita mais nada anterior a { $floor }.
plan-below-floor-hint = Use uma versão mais nova. Se não houver, avise o fornecedor.
plan-not-installed = O aplicativo não está instalado aqui.
plan-not-installed-hint = Instale-o primeiro, ou indique a pasta dele com --prefix.
    .window = Instale-o primeiro.
plan-no-previous = Não há uma versão anterior à qual voltar.
plan-no-previous-hint = Depois de cada atualização, uma única versão anterior é mantida. O que está instalado fica como está.
plan-other-application = A pasta contém { $installed }; { $offered } não pode ser instalado nela.
plan-other-application-hint = Escolha outra pasta com --prefix.
    .window = Escolha outra pasta.
plan-no-python = Nenhum Python adequado foi encontrado. Necessário: { $needed }.
plan-no-python-hint = Instale um Python assim a partir de python.org ou com o gerenciador de pacotes do sistema, ou indique um com --python.
    .window = Instale um Python assim a partir de python.org ou com o gerenciador de pacotes do sistema.
plan-other-python = { $asked } foi pedido, mas não pode ser usado. Necessário: { $needed }.
plan-other-python-hint = Indique outro Python com --python, ou omita a opção: nesse caso, um adequado é procurado. Os detalhes dizem o que foi encontrado.
plan-no-wheel = Não há pacote pronto para este computador ({ $platform }, Python { $python }): { $packages }.
plan-no-wheel-hint = Tente outro Python com --python. Senão, peça ao fornecedor suporte para este computador.
    .window = Instale outra versão do Python. Senão, peça ao fornecedor suporte para este computador.
plan-no-compiler = Estes pacotes precisam ser compilados neste computador, mas não foi encontrado um compilador C que funcione com os cabeçalhos do Python: { $packages }.
plan-no-compiler-hint = Instale um compilador C e os arquivos de desenvolvimento do Python (no Debian: build-essential e python3-dev), ou tente outro Python com --python.
    .window = Instale um compilador C e os arquivos de desenvolvimento do Python (no Debian: build-essential e python3-dev).
plan-bad-lock = A versão publicada se contradiz sobre o pacote { $package }.
plan-bad-lock-hint = É um erro do fornecedor: avise-o. Nada foi alterado.

fetch-unreachable = Não foi possível baixar { $artifact }: não foi possível acessar { $host }.
fetch-unreachable-hint = Verifique a conexão com a Internet e as configurações de proxy e execute de novo: o que já está aqui é mantido.
fetch-server = Não foi possível baixar { $artifact }: { $host } respondeu com o erro { $status }.
fetch-server-hint = Tente de novo mais tarde: o que já está aqui é mantido.
fetch-not-found = { $artifact } não está em nenhum dos lugares em que deveria.
fetch-not-found-hint = Se você indicou um índice, um espelho ou uma pasta, verifique se o arquivo está lá. Senão, avise o fornecedor.
fetch-cut = A conexão caiu enquanto { $artifact } era baixado: chegaram { BYTES($have) } de { BYTES($size) }.
fetch-cut-hint = Execute de novo: o download continua de onde parou.
fetch-short = { $artifact } terminou cedo demais: { BYTES($have) } em vez de { BYTES($size) }.
fetch-short-hint = O servidor ou um proxy envia um arquivo incompleto. Execute de novo, ou use outra rede ou outro espelho.
fetch-too-long = { $artifact } passa dos { BYTES($size) } que o fornecedor assinou.
fetch-too-long-hint = O arquivo não foi usado. Tente outra rede ou outro espelho; se continuar assim, avise o fornecedor.
fetch-wrong-hash = { $artifact }, de { $host }, não é o arquivo que o fornecedor assinou.
fetch-wrong-hash-hint = O arquivo foi alterado ou danificado no caminho, e não foi usado. Tente outra rede ou outro espelho; se continuar assim, avise o fornecedor.
fetch-login-page = { $host } respondeu com uma página da web em vez do arquivo.
fetch-login-page-hint = Esta rede provavelmente pede que você faça login: abra qualquer página da web, faça login e execute de novo.
fetch-slow = { $host } envia { $artifact } devagar demais.
fetch-slow-hint = Execute de novo mais tarde ou em outra rede: o download continua de onde parou.
fetch-redirect = { $host } faz o download de { $artifact } andar em círculos ou o manda para um lugar não seguro.
fetch-redirect-hint = Tente outra rede ou outro espelho; se continuar assim, avise o fornecedor.
fetch-confused = { $host } dá uma resposta sem sentido para { $artifact }.
fetch-confused-hint = Tente de novo mais tarde, ou use outro espelho ou outro índice.
fetch-tls = { $issuer ->
    [unknown] A conexão com { $host } não é segura: este computador não confia no certificado dele.
   *[other] A conexão com { $host } não é segura: o certificado foi emitido por { $issuer }, em quem este computador não confia.
}
fetch-tls-hint = Em uma empresa, a rede pode inspecionar as conexões: peça a autoridade de certificação dela e indique o arquivo com --ca. Em outros lugares, use outra rede.
    .window = Em uma empresa, a rede pode inspecionar as conexões: peça a quem cuida deste computador que o faça confiar na autoridade de certificação da empresa. Em outros lugares, use outra rede.
fetch-proxy = { $proxy ->
    [unknown] O proxy no caminho para { $host } pede um nome e uma senha, ou recusa os que recebeu.
   *[other] O proxy { $proxy } pede um nome e uma senha, ou recusa os que recebeu.
}
fetch-proxy-hint = Indique-os com --proxy http://NAME:PASSWORD@HOST:PORT.
fetch-proxy-unreachable = Não foi possível acessar o proxy { $proxy }, por isso não foi possível consultar { $host }.
fetch-proxy-unreachable-hint = Verifique o nome e a porta do proxy: depois de --proxy, nas variáveis http_proxy e https_proxy, ou nas configurações do sistema. O que já está aqui é mantido.
    .window = Verifique o nome e a porta do proxy: nas variáveis http_proxy e https_proxy, ou nas configurações do sistema. O que já está aqui é mantido.
fetch-login = { $host } pede um nome e uma senha, ou recusa os que recebeu.
fetch-login-hint = Indique-os no endereço, https://NAME:PASSWORD@HOST/…, onde você o informou: --index-url, --mirror ou --repository. Se você não informou nenhum endereço, avise o fornecedor.
    .window = Indique-os no endereço, https://NAME:PASSWORD@HOST/…, onde você o informou. Se você não informou nenhum endereço, avise o fornecedor.
fetch-offline = { $count ->
    [one] Falta um arquivo, e --offline proíbe baixá-lo: { $artifacts }
   *[other] Faltam { COUNT($count) } arquivos, e --offline proíbe baixá-los: { $artifacts }
}
fetch-offline-hint = Coloque os arquivos em uma pasta e indique-a com --find-links, ou execute sem --offline.

disk-full = Não há espaço suficiente em { $folder }.
disk-full-hint = Libere espaço, ou escolha outra pasta: com --prefix para o aplicativo, com a variável XDG_CACHE_HOME para os downloads. O que já foi baixado é mantido.
    .window = Libere espaço. O que já foi baixado é mantido.
disk-no-room = São necessários { BYTES($needed) } em { $folder }, e há { BYTES($free) } livres.
disk-no-room-hint = Libere espaço, ou escolha outra pasta: com --prefix para o aplicativo, com a variável XDG_CACHE_HOME para os downloads. O que já foi baixado é mantido.
    .window = Libere espaço. O que já foi baixado é mantido.
disk-rights = Não é permitido gravar em { $path }.
disk-rights-hint = Altere as permissões, ou escolha outra pasta com --prefix. Não são necessários direitos de administrador.
    .window = Altere as permissões. Não são necessários direitos de administrador.
disk-foreign-home = A pasta pessoal { $path } pertence a outra conta, e não à que executa isto. Nada foi gravado nela.
disk-foreign-home-hint = Inicie sem sudo; não são necessários direitos de administrador. Para instalar para esta própria conta, use sudo -H.
disk-name = Não é possível criar { $path }: o nome é longo demais ou tem caracteres que não são permitidos ali.
disk-name-hint = Escolha com --prefix uma pasta de nome mais curto, perto da raiz do disco.
    .window = Escolha uma pasta de nome mais curto, perto da raiz do disco.
disk-no-rename = Não é possível renomear os arquivos em { $folder }.
disk-no-rename-hint = Escolha uma pasta em outro disco: com --prefix para o aplicativo, com a variável XDG_CACHE_HOME para os downloads.
    .window = Escolha uma pasta em outro disco (com a variável XDG_CACHE_HOME para os downloads).
disk-no-links = { $folder } não pode conter links simbólicos, e o aplicativo precisa deles.
disk-no-links-hint = Escolha com --prefix uma pasta em outro disco; pen drives e unidades de rede muitas vezes não aceitam links.
    .window = Escolha uma pasta em outro disco; pen drives e unidades de rede muitas vezes não aceitam links.
disk-no-locks = Os arquivos em { $folder } não podem ser bloqueados, então duas instalações poderiam atrapalhar uma à outra.
disk-no-locks-hint = Escolha uma pasta em um disco deste computador: com --prefix para o aplicativo, com a variável XDG_CACHE_HOME para os downloads.
    .window = Escolha uma pasta em um disco deste computador (com a variável XDG_CACHE_HOME para os downloads).
disk-no-execution = Os programas em { $folder } não podem ser iniciados, então o aplicativo não poderia funcionar ali.
disk-no-execution-hint = Escolha com --prefix uma pasta em que se possam executar programas.
    .window = Escolha uma pasta em que se possam executar programas.
disk-no-room-for-files = Cerca de { COUNT($needed) } arquivos precisam ser criados em { $folder }. Número de arquivos que ainda cabem no disco: { COUNT($free) }.
disk-no-room-for-files-hint = Remova arquivos dali, ou escolha com --prefix uma pasta em outro disco.
    .window = Remova arquivos dali, ou escolha uma pasta em outro disco.
disk-path-too-long = O caminho { $folder } é longo demais: pode ter { COUNT($most) } caracteres, para que os arquivos nele possam ter nome.
disk-path-too-long-hint = Escolha com --prefix uma pasta com um caminho mais curto.
    .window = Escolha uma pasta com um caminho mais curto.
disk-names-too-short = Os nomes de arquivo em { $folder } só podem ter { COUNT($most) } caracteres; são necessários { COUNT($needed) }. Isso é comum em pastas criptografadas.
disk-names-too-short-hint = Escolha outra pasta para os downloads com a variável XDG_CACHE_HOME.
disk-other = Não foi possível ler ou gravar { $path }.
disk-other-hint = Os detalhes trazem a resposta do sistema. Veja se há outra coisa nesse lugar ou se algo o está usando, e tente de novo; no Windows, um antivírus pode estar retendo o arquivo.

limit-open-files = Esta conta só pode manter { COUNT($limit) } arquivos abertos ao mesmo tempo; são necessários { COUNT($needed) }.
limit-open-files-hint = Aumente o limite (“ulimit -n”), ou fale com quem cuida deste computador.
limit-file-size = Esta conta só pode gravar arquivos de { BYTES($limit) }; são necessários { BYTES($needed) }.
limit-file-size-hint = Aumente o limite (“ulimit -f”), ou fale com quem cuida deste computador.

environment-runtime = O Python que vem com a versão não pôde ser extraído ou não funciona.
environment-runtime-hint = Instale o Python a partir de python.org e indique-o com --python, e avise o fornecedor.
    .window = Instale o Python a partir de python.org, e avise o fornecedor.
environment-create = O Python não conseguiu criar um ambiente para o aplicativo.
environment-create-hint = Os detalhes dizem por quê. Tente outro Python com --python, ou outra pasta com --prefix.
    .window = Os detalhes dizem por quê. Escolha outra pasta, ou instale outra versão do Python.
environment-start = Não foi possível iniciar { $program }.
environment-start-hint = Os detalhes dizem por quê. Talvez programas sejam proibidos nessa pasta: escolha outra com --prefix.
    .window = Os detalhes dizem por quê. Talvez programas sejam proibidos nessa pasta: escolha outra.
environment-wheel-refused = { $wheel } contém algo que nenhum pacote deveria conter, e não foi instalado.
environment-wheel-refused-hint = Os detalhes dizem o quê. Avise o fornecedor. Nada foi alterado.
environment-pip = Não foi possível instalar os pacotes.
environment-pip-hint = Os detalhes trazem a resposta do pip. Nada foi alterado; avise o fornecedor se acontecer de novo.
environment-pip-python = O pip da versão ({ $pip }) não funciona com o Python { $python }.
environment-pip-python-hint = Indique outro Python com --python, e avise o fornecedor.
    .window = Instale outra versão do Python, e avise o fornecedor.
environment-hash = Um pacote não é o que o fornecedor assinou; o pip o recusou.
environment-hash-hint = O disco, ou outro programa, altera arquivos. A nova versão não foi ativada; tente de novo.
environment-build = Não foi possível compilar { $package } neste computador.
environment-build-hint = Os detalhes trazem as mensagens da compilação; muitas vezes faltam os arquivos de desenvolvimento de uma biblioteca. Talvez haja um pacote pronto para outro Python: tente --python.
    .window = Os detalhes trazem as mensagens da compilação; muitas vezes faltam os arquivos de desenvolvimento de uma biblioteca. Talvez haja um pacote pronto para outro Python.
environment-no-headers = { $package } precisa ser compilado neste computador, mas { $python } não tem cabeçalhos C.
environment-no-headers-hint = Instale os arquivos de desenvolvimento do Python (no Debian: python3-dev), ou tente outro Python com --python.
    .window = Instale os arquivos de desenvolvimento do Python (no Debian: python3-dev).
environment-no-command = A versão não tem o comando “{ $command }”, embora diga que tem.
environment-no-command-hint = É um erro do fornecedor: avise-o. A nova versão não foi ativada.
environment-changed = Depois da instalação, { $path } não era o que deveria ser.
environment-changed-hint = O disco, ou outro programa (um antivírus?), altera arquivos. A nova versão não foi ativada; tente de novo.
environment-check = Os pacotes instalados não são compatíveis entre si.
environment-check-hint = É um erro na versão: avise o fornecedor. A nova versão não foi ativada.
environment-smoke-test = O aplicativo recém-instalado não inicia.
environment-smoke-test-hint = Os detalhes trazem a resposta dele. A nova versão não foi ativada; avise o fornecedor.
environment-time = Uma etapa da instalação demorou demais e foi interrompida.
environment-time-hint = Tente de novo quando o computador estiver menos ocupado. A nova versão não foi ativada.

activate-launcher-taken = { $path } pertence a outra coisa e não foi sobrescrito.
activate-launcher-taken-hint = Mova-o ou remova-o, e execute de novo.
activate-unsafe = { $path } é um link, pertence a outra pessoa ou pode ser alterado por outros. Não foi usado.
activate-unsafe-hint = Retire dos outros a permissão de gravação (chmod go-w), remova-o, ou escolha outra pasta: com --prefix para o aplicativo, com a variável XDG_CACHE_HOME para os downloads.
    .window = Retire dos outros a permissão de gravação (chmod go-w), remova-o, ou escolha outra pasta (com a variável XDG_CACHE_HOME para os downloads).
activate-anothers = A instalação em { $folder } pertence a outra conta: { $owner }.
activate-anothers-hint = Somente essa conta pode alterá-la ou removê-la. Escolha outra pasta com --prefix.
    .window = Somente essa conta pode alterá-la ou removê-la. Escolha outra pasta.
activate-damaged-receipt = { $path } está danificado, então não diz o que pertence à instalação.
activate-damaged-receipt-hint = Execute este programa sem comando: ele instala o aplicativo de novo e regrava o arquivo. Depois, desinstale.
activate-foreign = { $path } já existia e não faz parte de uma instalação; não foi tocado.
activate-foreign-hint = Escolha outra pasta com --prefix, ou mova-o e execute de novo.
    .window = Escolha outra pasta, ou mova-o e execute de novo.
activate-previous-gone = A versão { $version }, mantida para que se pudesse voltar a ela, não pode mais iniciar: os arquivos ou o Python dela não existem mais.
activate-previous-gone-hint = Fique com a versão instalada; ela não foi tocada.
activate-newer-receipt = Um instalador mais recente gravou { $path }.
activate-newer-receipt-hint = Use esse instalador, ou obtenha o mais recente com o fornecedor.

verify-damaged = O que está instalado não está como deveria, em { $count ->
    [one] um lugar
   *[other] { COUNT($count) } lugares
}.
verify-damaged-hint = Execute “{ $command }”: ele repara o que está danificado e não toca nos seus dados.
    .window = Execute “{ window-repair }”: ele repara o que está danificado e não toca nos seus dados.
verify-damaged-anothers = O que está instalado não está como deveria, em { $count ->
    [one] um lugar
   *[other] { COUNT($count) } lugares
}.
verify-damaged-anothers-hint = Somente a conta à qual ela pertence pode repará-la: { $owner }.
uninstall-declined = Nada foi removido.
uninstall-declined-hint = O aplicativo fica como estava. Para desinstalá-lo, execute de novo e responda sim.
uninstall-mounted = Outra unidade está montada em { $path }, por isso a pasta de dados que a contém não foi removida.
uninstall-mounted-hint = Desmonte a unidade primeiro, ou desinstale o aplicativo sem esta pasta.

busy = Outra instalação está em andamento em { $folder }.
busy-hint = Espere que termine e execute de novo; --wait SECONDS espera automaticamente.
    .window = Espere que termine e execute de novo.
cancelled = Cancelado. O que já estava instalado fica como estava.
cancelled-hint = Execute de novo a qualquer momento: o que já foi baixado é mantido.
internal = Algo deu errado dentro deste programa.
internal-hint = O erro é nosso. Informe-nos, incluindo os detalhes.

log-unwritable = Não é possível gravar o registro { $path }.
log-unwritable-hint = Indique um arquivo em uma pasta em que você possa gravar, ou omita --log.
