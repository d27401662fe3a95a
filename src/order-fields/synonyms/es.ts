import type { FieldSynonyms } from './field-synonyms.js';

export const es: FieldSynonyms = {
  'address.addressName': 'empresa, compañía, razón social, nombre de la empresa, edificio, apartamento',
  'address.addressLineOne':
    'dirección, direccion, calle, domicilio, dirección 1, dirección línea 1, línea de dirección 1, dirección de entrega, dirección de envío, domicilio de entrega, ' +
    'calle y número, calle y num, calle y nº, dirección completa, nombre de la calle, vía, dirección del destinatario',
  'address.addressLineTwo':
    'dirección 2, dirección línea 2, línea de dirección 2, complemento de dirección, datos adicionales de dirección, información adicional de la dirección, complemento dirección',
  'address.city': 'ciudad, población, localidad, municipio, ciudad de entrega, ciudad de envío, poblado',
  'address.state': 'provincia, estado, estado/provincia, provincia/estado, región, comunidad autónoma',
  'address.zip': 'código postal, codigo postal, c.p., cp, cód. postal, código postal de entrega, cod postal',
  'address.country': 'país, pais, código de país, código país, país de entrega, país de envío',
  notes:
    'nota, notas, observación, observaciones, comentario, comentarios, instrucciones, indicaciones, instrucciones de entrega, notas de entrega, observaciones de entrega, ' +
    'notas para el conductor, instrucciones para el conductor, instrucciones para el repartidor, notas de envío, indicaciones de entrega',
  size: 'tamaño, dimensiones, medidas, tamaño del paquete',
  'recipient.name':
    'nombre, nombre completo, destinatario, nombre del destinatario, nombre destinatario, cliente, nombre del cliente, nombre cliente, contacto, nombre de contacto, persona de contacto, nombre y apellidos, nombre y apellido',
  activity: 'tipo de parada, tipo de servicio, tipo de tarea, entrega/recogida, entrega o recogida',
  'recipient.email':
    'correo, correo electrónico, email, e-mail, dirección de correo, dirección de correo electrónico, dirección de email',
  'recipient.phone':
    'teléfono, telefono, número de teléfono, n.º de teléfono, nº de teléfono, nº teléfono, tfno, tlf, tel., móvil, teléfono móvil, celular, número de móvil, número de celular, teléfono de contacto, teléfono celular, teléfono fijo',
  externalId:
    'número de pedido, n.º de pedido, nº de pedido, nº pedido, num pedido, no. de pedido, número pedido, id de pedido, id pedido, id del pedido, pedido, referencia, ref., referencia del pedido, referencia de pedido, referencia pedido, ' +
    'referencia del cliente, referencia cliente, número de orden, identificador, albarán, número de albarán, nº albarán',
  packageCount:
    'bultos, número de bultos, nº de bultos, nº bultos, n.º de bultos, num bultos, cantidad de bultos, total bultos, paquetes, número de paquetes, nº de paquetes, cantidad de paquetes, cantidad, cajas, número de cajas, unidades, piezas',
  products:
    'producto, productos, nombre del producto, artículo, artículos, contenido, mercancía, nombre del artículo, descripción del producto, descripción de la mercancía',
  'address.latitude': 'latitud',
  'address.longitude': 'longitud',
  requestedDate:
    'fecha de entrega, fecha entrega, día de entrega, fecha de entrega deseada, fecha deseada, fecha deseada de entrega, fecha prevista de entrega, entregar el, fecha de entrega solicitada',
  'timing.earliestTime':
    'hora desde, hora de inicio, hora inicio, desde, entregar desde, entregar a partir de, inicio de ventana, hora más temprana, a partir de las',
  'timing.latestTime':
    'hora hasta, hora de fin, hora fin, hasta, entregar hasta, entregar antes de, fin de ventana, hora límite, hora más tarde',
  'timing.serviceSeconds':
    'tiempo de servicio, tiempo en parada, duración de la parada, tiempo de parada, duración del servicio',
};
