import { Controller, Get, Headers, Param, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Endpoint } from '../../auth/access/endpoint.js';
import type { FileConditions } from '../../common/http/byte-ranges.js';
import { pictureType } from './pictures.js';
import { ServedFilesService } from './served-files.service.js';

@ApiTags('Files')
@Controller('v1/files')
export class FilesController {
  constructor(private readonly files: ServedFilesService) {}

  @Get(':token')
  @Endpoint({
    permission: 'public',
    sdkName: 'download',
    summary: 'Get a picture by its signed URL',
    description:
      'The URL itself is the permission: it is for one file and ends ten minutes after it was made. Unknown, expired and forged ones all answer `not_found`. A single range of bytes can be asked for.',
    returns: 'The picture.',
    produces: pictureType,
    ranges: true,
    errors: ['not_found', 'range_not_satisfiable'],
  })
  async downloadFile(
    @Param('token') token: string,
    @Req() { method }: FastifyRequest,
    @Headers() conditions: FileConditions,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { status, headers, content } = await this.files.open(
      token,
      // A range is of what GET answers.
      method === 'HEAD' ? { ...conditions, range: undefined } : conditions,
    );
    void reply
      .status(status)
      .headers({ ...(content && alone), ...headers })
      .send(content);
  }
}

/** Opened by itself, the picture is only a picture, and its address goes nowhere. */
const alone = {
  'content-type': pictureType,
  'content-disposition': 'inline; filename="picture.jpg"',
  'content-security-policy': "default-src 'none'; sandbox",
  'referrer-policy': 'no-referrer',
};
