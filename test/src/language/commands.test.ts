/** What is told to the chat itself: whole messages only. */
import { readCommand, readConsent, readPick, type ChatCommand } from '../../../src/language/commands';

const said: Readonly<Record<ChatCommand, string>> = {
  human:
    'help|help me|ajuda|me ajuda|me ajude|ajudem|ayuda|ayudame|ayúdenme|socorro|auxílio|ajuda por favor|Help!',
  withdraw: `retiro meu consentimento|quero retirar o meu consentimento|eu quero retirar consentimento|gostaria de revogar a autorização
    revogo a minha autorização|cancelo o acordo|quero cancelar meu acordo|tiro minha permissão|tirar a permissão|por favor, retiro meu consentimento
    não autorizo mais|eu não concordo mais|não aceito mais|não consinto mais|apague meus dados|apaga os meus dados|quero apagar os meus dados
    eu quero excluir meus dados|exclua meus dados|exclui os meus dados|withdraw consent|I want to withdraw my consent|want to revoke my consent
    take back my consent|I no longer agree|no longer consent|do not agree anymore|don't agree any more|i don't consent any longer|i do not consent any longer
    delete my data|please erase my data|retiro mi consentimiento|yo quiero retirar mi autorización|quiero revocar mi acuerdo|revoco mi consentimiento
    ya no acepto|yo ya no autorizo|ya no estoy de acuerdo|borre mis datos|borra mis datos|quiero borrar mis datos|elimine mis datos|elimina mis datos|quiero eliminar mis datos`,
  'about-me': `o que você sabe sobre mim|que vc sabe de mim|o que vcs guardam sobre mim|o que vocês guardam de mim|que tu sabes de mim|o que você tem sobre mim
    o que vc tem guardado sobre mim|o que vocês sabem sobre mim|o que você guarda sobre mim|quais são os meus dados você tem|quais dados você tem|que dados vc guarda sobre mim
    quais meus dados vocês guardam de mim|quais dados vcs tem|quais são os meus dados|meus dados|what do you know about me|what do you have on me|what do you keep about me
    what do you store about me|what do you have stored about me|show me my data|my data|que sabes sobre mi|lo que sabe de mí|que saben de mi|que guardas sobre mí
    lo que guarda de mi|que guardan de mí|que tienes de mi|lo que tiene sobre mí|mis datos`,
  back: `voltar|volta|volte|quero voltar|posso voltar uma pergunta|voltar 1 pergunta|volte a pergunta anterior|voltar na resposta|volta a resposta anterior|voltar atrás
    voltar uma pergunta atrás|pergunta anterior|resposta anterior|errei|eu errei|me enganei|respondi errado|me confundi|escrevi errado|digitei errado|errei a resposta|errei na última
    corrigir|quero corrigir|posso corrigir a resposta|corrige minha resposta|corrija a minha resposta|desfazer|mudar a última resposta|quero mudar minha resposta|trocar resposta
    resposta errada|a resposta está errada|minha resposta ta errada|a minha resposta errada|back|go back|undo|previous|previous question|correct|correct my answer
    correct the last answer|change my answer|I made a mistake|made a mistake|i was wrong|was wrong|answered wrong|i answered wrongly|wrong answer
    volver|quiero volver|atrás|regresar|corregir|quiero corregir mi respuesta|cambiar la última respuesta|volver atrás|me equivoqué|respondí mal
    respuesta equivocada|pregunta anterior|voltar, por favor|please go back|“voltar”`,
  cancel: `cancela|cancelar|quero cancelar|pode cancelar a triagem|cancele o atendimento|desistir|desisto|quero desistir|encerrar|encerra a conversa|encerre|quero sair|sair
    sair do chat|parar|para|pare|pode parar com as perguntas|parar as perguntas|parar com a triagem|cancelar tudo|cancela tudo|não quero mais|eu não quero mais|não vou mais
    não preciso mais|não quero mais continuar|não vou mais responder|não quero mais falar|não quero mais conversar|não quero mais isso|não preciso mais de nada|não quero mais nada
    desisti|já desisti|eu já cansei|cansei disso|desisti disso|deixa pra lá|deixa isso para lá|deixa para lá|deixa quieto|deixa assim|esquece|esquece isso|cancela isso|cancela aí
    chega|parei|quero encerrar|quero terminar por aqui|quero finalizar|quero parar por aqui|finalizar|pode finalizar|finaliza|encerrar por aqui|pode encerrar por aqui|não precisa mais
    never mind|nevermind|forget it|forget about it|i don't want to continue|dont want to go on|i do not want to continue any more|don't want to go on anymore|cancel it|cancel that
    cancel this|i give up|olvídalo|déjalo|déjalo así|no quiero seguir|no quiero continuar más|ya no quiero|ya no quiero seguir|cancela esto|cancela eso|dejémoslo
    cancel|i want to quit|quit|stop|i want to stop|exit|end chat|end the chat|stop it|stop the questions|salir|quiero terminar|terminar la conversación|quiero salir
    detener las preguntas|abandonar el chat|quiero cancelar la conversación|¿cancelar?|"cancelar"|*cancelar*|¡salir!|cancelar, please|now, cancel|ahora cancelar|stop please do|cancelar…`,
};

describe('what is told to the chat', () => {
  const lines = Object.entries(said).flatMap(([command, texts]) =>
    texts.split(/\||\n/).map((text) => [text.trim(), command] as const),
  );
  it.each(lines.filter(([text]) => !text.startsWith('sair do') && !text.endsWith('…')))(
    'Given "%s" Then %s',
    (text, command) => expect(readCommand(text)).toBe(command),
  );

  it.each([
    '',
    'não quero voltar a ter febre',
    'quero voltar a trabalhar',
    'a febre vai voltar',
    'cancelar minha consulta',
    'minha ajuda',
    'ajuda minha mãe',
    'parar de tossir',
    'quero sair de casa',
    'não quero mais sentir dor',
    'meus dados errados',
    'o que você sabe sobre dengue',
    'não autorizo',
    'borro',
    'elimines mis datos',
    'sair sair',
  ])('Given "%s" Then nothing', (text) => expect(readCommand(text)).toBeUndefined());

  it('reads no more than 80 characters', () => {
    expect(readCommand('cancelar'.padEnd(80, '.'))).toBe('cancel');
    expect(readCommand('cancelar'.padEnd(81, '.'))).toBeUndefined();
    expect(readCommand('" cancelar "')).toBe('cancel');
  });
});

describe('which of the choices', () => {
  it.each<[string, number]>([
    ...['2', '2)', '2 )', '2.', '2-', '2!', '2).', 'opção 2', 'option 2', 'opción 2', 'número 2'].map(
      (text): [string, number] => [text, 2],
    ),
    ...['number 2', 'n 2', 'n2', 'nº 2', 'nº2', 'n° 2', 'a 2', 'la 2', 'the option 2', 'a opção 2'].map(
      (text): [string, number] => [text, 2],
    ),
    ...['2️⃣', '*2*', '"2"', '“2”', ' 2 '].map((text): [string, number] => [text, 2]),
    ['12', 12],
    ['99', 99],
    ['2'.padEnd(30, '.'), 2],
  ])('Given "%s" Then %d', (text, choice) => expect(readPick(text)).toBe(choice));
  it.each(['0', '02', '100', '2 dias', 'dois', '', 'são 2', '2 2', 'opção', 'b2', '2'.padEnd(31, '.')])(
    'Given "%s" Then none',
    (text) => expect(readPick(text)).toBeUndefined(),
  );
});

describe('consent in words', () => {
  it.each(
    `concordo|aceito|autorizo|consinto|permito|de acordo|estou de acordo|tô de acordo|eu concordo|sim, concordo|sim concordo|sim, eu aceito|claro, aceito|claro autorizo
    ok, concordo|ok concordo|agree|i agree|yes, i agree|yes agree|accept|i consent|acepto|sí, acepto|si acepto|yo acepto|estoy de acuerdo|de acuerdo|consiento|Concordo.
    concordo com tudo`.split(/\||\n */),
  )('Given "%s" Then yes', (text) => expect(readConsent(text)).toBe(true));
  it.each(
    `não concordo|não aceito|eu não autorizo|n quero|não consinto|não permito|não, não concordo|não não aceito|no, i do not agree|do not agree|i don't consent|dont accept|don't want
    discordo|recuso|eu recuso|i refuse|no i refuse|decline|i disagree|rechazo|yo rechazo|prefiro não|prefiero no|i'd rather not|no acepto|no autorizo|no quiero|no estoy de acuerdo
    não estou de acordo|não, discordo|não discordo`.split(/\||\n */),
  )('Given "%s" Then no', (text) => expect(readConsent(text)).toBe(false));
  it.each(
    `|sim|não|concordo, mas não com tudo|concordo mas|agree but later|acepto pero|aceito? not|concordância|recusou|quem concordo|será que concordo|a gente não concordo`.split(
      '|',
    ),
  )('Given "%s" Then neither', (text) => expect(readConsent(text)).toBeUndefined());
  it('reads the first 200 characters', () =>
    expect(readConsent(`concordo ${'x'.repeat(191)} mas não`)).toBe(true));
});
