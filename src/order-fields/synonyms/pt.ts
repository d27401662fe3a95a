import type { FieldSynonyms } from './field-synonyms.js';

export const pt: FieldSynonyms = {
  'address.addressName':
    'empresa, nome da empresa, razão social, edifício, apartamento, prédio, companhia, nome do local',
  'address.addressLineOne':
    'endereço, morada, rua, logradouro, endereço 1, endereço linha 1, linha de endereço 1, morada 1, morada linha 1, endereço de entrega, morada de entrega, endereço de envio, morada de envio, ' +
    'rua e número, rua e nº, endereço completo, morada completa, nome da rua, endereço do destinatário, morada do destinatário',
  'address.addressLineTwo':
    'endereço 2, endereço linha 2, linha de endereço 2, morada 2, morada linha 2, complemento, complemento de endereço, complemento do endereço, complemento da morada',
  'address.city': 'cidade, localidade, município, cidade de entrega, localidade de entrega, concelho',
  'address.state': 'estado, distrito, província, uf, região, estado/província',
  'address.zip':
    'cep, código postal, codigo postal, código postal de entrega, cep de entrega, cód. postal, cod. postal',
  'address.country': 'país, pais, código do país, código de país, país de entrega',
  notes:
    'nota, notas, observação, observações, obs, obs., comentário, comentários, instruções, instruções de entrega, notas de entrega, observações de entrega, observações da entrega, ' +
    'notas para o motorista, instruções para o motorista, instruções para o condutor, instruções para o estafeta, indicações de entrega',
  size: 'tamanho, dimensões, medidas, tamanho do pacote, tamanho da embalagem',
  'recipient.name':
    'nome, nome completo, destinatário, nome do destinatário, nome destinatário, cliente, nome do cliente, nome cliente, contato, contacto, nome do contato, nome do contacto, pessoa de contato, pessoa de contacto, nome e sobrenome, nome e apelido',
  activity:
    'tipo de parada, tipo de paragem, tipo de serviço, tipo de tarefa, entrega/recolha, entrega/coleta, entrega ou coleta, entrega ou recolha',
  'recipient.email':
    'e-mail, email, correio eletrónico, correio eletrônico, endereço de e-mail, endereço de email, endereço eletrônico',
  'recipient.phone':
    'telefone, número de telefone, nº de telefone, n.º de telefone, nº telefone, tel., telemóvel, celular, número de telemóvel, número de celular, telefone celular, telefone de contato, telefone de contacto, contacto telefónico, telefone fixo',
  externalId:
    'número do pedido, nº do pedido, n.º do pedido, nº pedido, numero pedido, num pedido, id do pedido, id pedido, pedido, código do pedido, referência, ref., referência do pedido, referência do cliente, número da encomenda, nº da encomenda, n.º da encomenda, nº encomenda, id da encomenda, encomenda, referência da encomenda, número de encomenda, identificador',
  packageCount:
    'volumes, número de volumes, nº de volumes, n.º de volumes, nº volumes, qtd volumes, qtd. de volumes, quantidade de volumes, total de volumes, pacotes, número de pacotes, nº de pacotes, quantidade de pacotes, quantidade, qtd, qtde, caixas, número de caixas, unidades, peças, número de embalagens',
  products:
    'produto, produtos, nome do produto, artigo, artigos, conteúdo, mercadoria, mercadorias, nome do artigo, descrição do produto, descrição da mercadoria, itens do pedido',
  'address.latitude': 'latitude',
  'address.longitude': 'longitude',
  requestedDate:
    'data de entrega, data da entrega, data entrega, dia de entrega, dia da entrega, data de entrega desejada, data desejada, data de entrega solicitada, data prevista de entrega, entregar em, data pretendida, data de entrega pretendida',
  'timing.earliestTime':
    'hora de início, hora início, hora inicial, horário inicial, início da janela, entregar a partir de, a partir das, hora mínima',
  'timing.latestTime':
    'hora de fim, hora fim, hora final, horário final, fim da janela, entregar até, até às, hora máxima',
  'timing.serviceSeconds':
    'tempo de serviço, tempo de parada, tempo de paragem, duração da parada, duração da paragem',
};
