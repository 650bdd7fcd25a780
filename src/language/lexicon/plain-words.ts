/** Common words one letter away from a word of the lexicons ("certeza" and "cerveja"): none of them is a misspelling. */
import { words } from './lexicon';

export const plainWords: readonly string[] = words(`
  naosei mocinha mocinho desligada direta provoque anotado adotado valido pegado sigilo preencha marcada marcado versao versoes corrija decida inferno estufado ambulante ambulantes acusou acusado
  acusar buchada feriado noivado esfirra cocada ajudei
  fritura frituras pelado pelada cancel cancelled canceled fatura faturas placar placares botado botada
  aberto abierta alerta algumas alguna altura amando asunto assunto atento atencion barato barata batatas calcada calhas cambiar cambio camine caminhar caminho camino
  cancela caneta cansar cantando cantar cantei cartao cartas cartaz casaco casada casado causada cercado cercano certeza chamar cheiroso cobertor cobrar codigo colocar
  completo compra conheco conseguem contar contas contatos contei contenta contente contou contrato conversas corredor correta correto corrida corpos cozinhar criado critica cuanto cuatro
  cuenta deitei deitou despesa destas destes diretor dirija doutor entendeu entendi entrada escolha escova escrevi esforco espera esperado esperar espere esperei
  esperou estacao fazenda ferias filhas flores forest fazer funciona garante gostando gostei hablara hablas hombre imagen imediato intent internacao internado isolado janelas juntar juntos
  lanche lascar lavando lembrar levantarse limpia livros loaded mandar mandei maneira marcar minuto morando namorando necesita nuevos numeros obliga outras padrao pagamento pagando paguei
  parentes parque partida passando pasando pasara pasaram passaram pedido pensao perdao perguntar perguntas pergunto perigo pescar piensa pierde pintando pintar planeta plantas poderia postinho postos
  precio precisa precos prefira premio primeiro primeira primeras privada protege proxima proximos quadro quanto quantos quarta quatro quedan quedar queijo queixa querido quinta receba recebe
  receber receitas receitou recurso relacion resolver resolvi respondi respostas salada salgada salgado sangria seguida seguindo seguira sobrar stated staying stored strings suelta telefones
  termina testando testar thirty through tratar treinta triagem trials tuning ventanas violao voltando voltou walking writes custom cheios direitos dificulta compartilhar
  consultar consultas decidir decidi descarta esposas setor recebi sonhei casamento cantor cansei_de carta castelo cortina cobra_de festa ferro_velho fossa gesto gosto portas portao
  sentada sentado sentar pesquisa pesquisar pescador pastor pasta prato pratos praia praca brinco troquei trocou tocou toquei virou virei girafa garagem garrafa gravata gravar gravando gravado
  gravou gravei gravidade grave corrente cortes corte colchao colher colheres colega colegas cabide cabine tomate tomates tombar sorvete sorriu sorrir sorte soldado soltou surfar
  mandou mandar mundo muda mudei mudou mulher mulheres molhar morder mordomo parede paredes parente padaria padeiro panela pandemia planilha palavra palavras piada piscina pizza
`).filter((word) => !word.includes('_'));
